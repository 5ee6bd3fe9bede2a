import { Command } from 'commander';
import type { LiveCheck } from '../../domain/product-page/live-check';
import { callApi, errorOf, isRecord, offerPath } from '../api';
import { type ConnectionFlags, connectionOf } from '../connection';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { nameOf, offerArgument, offerArgumentHelp, offerOf } from '../offer-argument';
import { table } from '../paint';
import type { Surroundings } from '../surroundings';

type Flags = ConnectionFlags & { readonly json?: boolean };

/** Every replica is read again: about as long as copying took. */
const patienceMs = 3_600_000;

export function checkLiveCommand(surroundings: Surroundings, end: (exitCode: number) => void): Command {
  return new Command('check-live')
    .description('Read everything that is live again and compare it with what was signed.')
    .argument(offerArgument, offerArgumentHelp)
    .option('--json', 'one JSON object on stdout and nothing else')
    .action(async (words: string[], _flags: unknown, command: Command) => {
      const flags = command.optsWithGlobals<Flags>();
      const offer = offerOf(words, surroundings);
      const connection = connectionOf(flags, surroundings);
      const path = `${offerPath(offer)}/live-check`;
      const { status, body } = await callApi(connection, { method: 'GET', path, patienceMs });
      if (status !== 200 || !isLiveCheck(body)) throw new CliFailure(exitCodes.usage, errorOf(body).message);
      surroundings.stdout(flags.json === true ? `${JSON.stringify(body)}\n` : textOf(body, nameOf(offer)));
      end(body.ok ? exitCodes.ok : exitCodes.certification);
    });
}

function textOf({ items, offerVersion, ok }: LiveCheck, name: string): string {
  const version = offerVersion === null ? '' : ` version ${offerVersion}`;
  const rows = items.map((item) => [
    `  ${item.ok ? 'ok   ' : 'WRONG'}`,
    item.name,
    item.region ?? '',
    item.ok ? item.subject : `${item.subject}: expected ${item.expected}, found ${item.actual}`,
  ]);
  const verdict = ok
    ? 'All that is live is what was signed.'
    : 'Not everything is as it was signed. Publish the offer again, and tell support what stands above.';
  return `${[`${name}${version}`, ...table(rows), verdict].join('\n')}\n`;
}

const isLiveCheck = (body: unknown): body is LiveCheck => isRecord(body) && Array.isArray(body['items']);
