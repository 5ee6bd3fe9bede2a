import { type Command, Option } from 'commander';
import type { Asked } from '../asked';
import type { YesFlag } from '../confirm';
import { writeText } from '../document-file';
import type { Does } from '../does';
import { readSlot, type SlotFlag, slots } from '../draft';
import { exitCodes } from '../exit-codes';
import { newCommand, yesOption } from '../new-command';
import { nameOf, offerArgument, offerArgumentHelp } from '../offer-argument';

type Flags = SlotFlag & YesFlag & { readonly out?: string };

const facts = {
  name: 'export',
  does: 'Give the document of an offer, as "offer put" takes it. Secrets are masked; put keeps them.',
  examples: [
    ['offer export contoso/linux-vm --out offer.json', 'the draft, into a file'],
    ['offer export contoso/linux-vm --slot Production', 'what is live, on stdout'],
  ],
} as const;

export function exportCommand(does: Does): Command {
  return newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .addOption(new Option('--slot <slot>', 'which of the three').choices(slots).default('Draft'))
    .option('--out <file>', 'write it there instead of on stdout')
    .addOption(yesOption())
    .action(does<Flags>(exportOffer));
}

async function exportOffer(asked: Asked<Flags>): Promise<number> {
  const { slot, out } = asked.flags;
  const offer = asked.offer();
  const { document, etag } = await readSlot(asked, offer, slot);
  const text = `${JSON.stringify(document, null, 2)}\n`;
  const file = out === undefined ? null : await writeText(asked, out, text);
  asked.answer(
    { slot, etag, file, document },
    file === null ? text : `${slot} of ${nameOf(offer)} is in ${file}.\n`,
  );
  return exitCodes.ok;
}
