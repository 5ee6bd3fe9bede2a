import type { Command } from 'commander';
import { offerPath } from '../api/call';
import { isRecord } from '../api/read-error';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand } from '../new-command';
import { nameOf, offerArgument, offerArgumentHelp } from '../offer-argument';
import { readPublication } from '../publication';

type Flags = { readonly publication?: string };

const facts = {
  name: 'report',
  does: 'Fetch the signed certification report of a publication.',
  examples: [
    ['offer report contoso/linux-vm > report.json', 'of the newest publication; "offer verify" checks it'],
    ['offer report contoso/linux-vm --publication <id>', 'of an earlier one; "offer history" names them'],
  ],
} as const;

export function reportCommand(does: Does): Command {
  return newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .option('--publication <id>', 'not the newest')
    .action(does<Flags>(report));
}

async function report(asked: Asked<Flags>): Promise<number> {
  const offer = asked.offer();
  const id = asked.flags.publication ?? (await newest(asked));
  const path = `${offerPath(offer)}/operations/${encodeURIComponent(id)}/certification-report`;
  const { body } = await asked.get(path);
  if (!isRecord(body))
    throw new CliFailure(exitCodes.ourFault, 'The API does not answer as this product does.');
  // As it is stored: the digest that status names is that of these bytes.
  asked.surroundings.stdout(`${JSON.stringify(body)}\n`);
  return exitCodes.ok;
}

async function newest(asked: Asked<Flags>): Promise<string> {
  const offer = asked.offer();
  const publication = await asked.reading(() => readPublication(asked.connection(), offer));
  if (publication !== undefined) return publication.status.publicationId;
  throw new CliFailure(exitCodes.usage, `${nameOf(offer)} has never been published: nothing was certified.`);
}
