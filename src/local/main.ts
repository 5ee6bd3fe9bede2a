import { join } from 'node:path';
import { journey } from './journey/journey';
import { type Sample, sampleApplicationOffer, sampleMachine } from './journey/sample';
import { liveView } from './journey/live-view';
import { plainView } from './journey/plain-view';
import type { View } from './journey/view';
import { journeyOutcome } from './journey-outcome';
import { notCarriedOut } from './not-carried-out';
import { reset } from './reset';
import { keptTokens, type SampleToken, sampleTokens } from './sample/tokens';
import { type Stack, startStack } from './stack';
import { addresses, runningAddresses } from './stack-banner';
import { forgetStartFailure, keepStartFailure } from './start-failure';
import { endLeftovers, runningStack } from './state';

export type StartOptions =
  | { readonly kind: 'reset' }
  | {
      readonly kind: 'start';
      readonly goLive: boolean;
      readonly exit: boolean;
      readonly empty: boolean;
      readonly again: boolean;
      readonly application: boolean;
    };

/** `npm start` after its dependencies are there. Returns the exit code, once everything is stopped. */
export async function main(options: StartOptions, root: string): Promise<number> {
  const folder = join(root, '.local');
  const isTerminal = process.stdout.isTTY && process.stdin.isTTY;
  const view = isTerminal ? liveView() : plainView(console.log, Date.now);
  if (options.kind === 'reset') {
    await reset(folder, view.note, process.env['TEMPORAL_ADDRESS']);
    return 0;
  }
  const running = runningStack(folder);
  if (running !== undefined) {
    view.note(
      'A stack of this checkout is already running:',
      ...runningAddresses(running, keptTokens(folder)),
    );
    const refusal = notCarriedOut(options, running.supervisor.pid);
    if (refusal === undefined) return 0;
    console.error(refusal);
    return 1;
  }
  const left = await endLeftovers(folder);
  if (left.length > 0) view.note(`Ended what an earlier start left behind: ${left.join(', ')}.`);
  const goLive = options.goLive || !isTerminal;
  return run({ root, folder, view }, { ...options, goLive });
}

type Place = { readonly root: string; readonly folder: string; readonly view: View };
type Run = Extract<StartOptions, { kind: 'start' }>;

async function run({ root, folder, view }: Place, options: Run): Promise<number> {
  const stopAsked = onStopSignal(view);
  let stack: Stack | undefined;
  forgetStartFailure(folder);
  try {
    view.note('Starting:');
    stack = await startStack({ root, folder, say: view.note, signal: stopAsked.signal });
    const tokens = await sampleTokens(stack, folder);
    view.note(...addresses(stack, tokens));
    const live = options.empty
      ? false
      : await Promise.race([
          journeyOutcome(journey(asOwner(stack, tokens), { ...options, sample: sampleOf(options), view }), {
            ...options,
            view,
          }),
          stopAsked.promise,
        ]);
    if (!options.exit) {
      view.note('Everything stays up. Ctrl-C stops it.');
      await stopAsked.promise;
    }
    await stack.stop();
    if (options.exit && typeof live === 'string') view.note(`Live: ${live}`);
    return options.exit && typeof live !== 'string' ? 1 : 0;
  } catch (error) {
    await stack?.stop();
    if (stopAsked.signal.aborted) return 130;
    const why = error instanceof Error ? error.message : String(error);
    console.error(why);
    keepStartFailure(folder, why);
    return 1;
  }
}

const sampleOf = ({ application }: Run): Sample => (application ? sampleApplicationOffer : sampleMachine);

/** The sample is published by its publisher, not by the operator who started the stack. */
const asOwner = (stack: Stack, tokens: readonly SampleToken[]): Stack => ({
  ...stack,
  apiToken: tokens.find(({ role }) => role === 'Owner')?.token ?? stack.apiToken,
});

type StopAsked = { readonly signal: AbortSignal; readonly promise: Promise<false> };

/** The first Ctrl-C stops everything in order; the second leaves it to the warden. */
function onStopSignal(view: View): StopAsked {
  const asked = new AbortController();
  const promise = new Promise<false>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked.signal.aborted) process.exit(130);
        view.note('', 'Stopping everything ...');
        asked.abort(new Error('stopped'));
        resolve(false);
      });
    }
  });
  return { signal: asked.signal, promise };
}
