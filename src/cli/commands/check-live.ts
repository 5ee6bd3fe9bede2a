import type { Command } from 'commander';
import type { LiveCheck } from '../../domain/product-page/live-check';
import { offerPath } from '../api/call';
import { isRecord } from '../api/read-error';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand } from '../new-command';
import { nameOf, offerArgument, offerArgumentHelp } from '../offer-argument';
import { table } from '../output/table';
import type { Does } from '../does';

/** Every replica is read again: about as long as copying took. */
const patienceMs = 3_600_000;

const facts = {
  name: 'check-live',
  does: 'Read everything that is live again and compare it with what was signed.',
  examples: [['offer check-live contoso/linux-vm', 'ends with 4 when one byte somewhere differs']],
} as const;

export function checkLiveCommand(does: Does): Command {
  return newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .action(
      does(async (asked) => {
        const offer = asked.offer();
        const { body } = await asked.get(`${offerPath(offer)}/live-check`, { patienceMs });
        if (!isLiveCheck(body))
          throw new CliFailure(exitCodes.ourFault, 'The API does not answer as this product does.');
        if (body.offerVersion === null) throw notLive(nameOf(offer));
        asked.answer(body, textOf(body, nameOf(offer)));
        return body.ok ? exitCodes.ok : exitCodes.certification;
      }),
    );
}

const notLive = (name: string): CliFailure =>
  new CliFailure(exitCodes.conflict, `${name} is not live yet: there is nothing to compare.`, {
    code: 'notLive',
  });

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
