import { parseArgs } from 'node:util';

export const helpText = `npm start [-- <flags>]   starts everything and publishes a sample offer, step by step

  --go-live       do not ask at sign-off: go live
  --exit          stop everything at the end; exit code 0 only if the offer is live
  --application   publish the sample Azure application instead: it waits for its reviewers
  --empty         start everything, publish nothing
  --again         publish the sample again although it is live
  --reset         stop what runs and clear .local (also: npm run reset)
  --help          this text

Without a terminal it goes live by itself and stays up. Data, logs and ports are kept in .local/`;

const flags = ['go-live', 'exit', 'empty', 'again', 'application', 'reset', 'help'];

/**
 * @param {readonly string[]} args
 * @returns {{ kind: 'start', goLive: boolean, exit: boolean, empty: boolean, again: boolean,
 *     application: boolean }
 *   | { kind: 'reset' } | { kind: 'help' } | { kind: 'mistake', message: string }}
 */
export function parseOptions(args) {
  const { tokens } = parseArgs({ args: [...args], strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    const given = token.kind === 'option' ? token.rawName : token.value;
    if (token.kind !== 'option' || !given.startsWith('--') || !flags.includes(token.name)) {
      return mistake(`npm start does not know ${given}.`);
    }
    if (token.value !== undefined) return mistake(`${given} takes no value.`);
  }
  const set = new Set(tokens.map((token) => token.name));
  if (set.has('help')) return { kind: 'help' };
  if (set.has('reset')) return set.size === 1 ? { kind: 'reset' } : mistake('--reset stands alone.');
  if (set.has('empty') && set.size > 1)
    return mistake('--empty publishes nothing: leave the other flags out.');
  return {
    kind: 'start',
    goLive: set.has('go-live'),
    exit: set.has('exit'),
    empty: set.has('empty'),
    again: set.has('again'),
    application: set.has('application'),
  };
}

function mistake(message) {
  return { kind: 'mistake', message: `${message} See: npm start -- --help` };
}
