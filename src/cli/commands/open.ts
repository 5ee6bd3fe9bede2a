import { type Command, Option } from 'commander';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { newCommand } from '../new-command';
import { offerArgument, offerArgumentHelp } from '../offer-argument';
import { readPublication } from '../publication';

const pages = ['status', 'editor', 'history', 'compare', 'support'] as const;
type Flags = { readonly page: (typeof pages)[number]; readonly print?: boolean };

const facts = {
  name: 'open',
  does: 'Open the portal page of an offer in the browser; without one, print its address.',
  examples: [
    ['offer open contoso/linux-vm', 'the Status page'],
    ['offer open contoso/linux-vm --page editor', 'the form of its draft'],
    ['offer open contoso/linux-vm --print', 'only its address'],
  ],
} as const;

export function openCommand(does: Does): Command {
  return newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .addOption(new Option('--page <page>', 'which page').choices(pages).default('status'))
    .option('--print', 'print the address, open nothing')
    .action(does<Flags>(open));
}

async function open(asked: Asked<Flags>): Promise<number> {
  const { page, print } = asked.flags;
  const { surroundings } = asked;
  const { publisherId, offerId } = asked.offer();
  const publication = await asked.reading(() =>
    readPublication(asked.connection(), { publisherId, offerId }),
  );
  // The portal's own address where the API tells it; the API's before the first publication.
  const portal = new URL(publication?.links.status ?? asked.connection().api).origin;
  const url = `${portal}/publishers/${publisherId}/offers/${offerId}/${page}`;
  const isOpened = surroundings.isTerminal && print !== true && (await surroundings.openPage(url));
  asked.answer({ url, opened: isOpened }, `${url}\n`);
  return exitCodes.ok;
}
