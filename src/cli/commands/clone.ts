import type { Command } from 'commander';
import { isMasked } from '../../domain/offer/secrets';
import { mapStrings } from '../../domain/offer/walk';
import { offerPath } from '../api/call';
import type { Asked } from '../asked';
import { confirm, type YesFlag } from '../confirm';
import type { Does } from '../does';
import { readSlot } from '../draft';
import { exitCodes } from '../exit-codes';
import { newCommand, yesOption } from '../new-command';
import { nameOf, offerOf } from '../offer-argument';

const facts = {
  name: 'clone',
  does: 'Make a new offer with the draft of another. Secrets are not copied.',
  examples: [
    ['offer clone contoso/linux-vm contoso/linux-vm-next', 'says which secrets to enter again'],
    ['offer clone contoso/linux-vm fabrikam/linux-vm --yes', 'over the draft that is there, without asking'],
  ],
} as const;

export function cloneCommand(does: Does): Command {
  return newCommand(facts)
    .argument('<from>', '<publisher>/<offer> to copy')
    .argument('<to>', '<publisher>/<offer> to make')
    .addOption(yesOption())
    .action(does<YesFlag>(clone));
}

async function clone(asked: Asked<YesFlag>): Promise<number> {
  const [from = '', to = ''] = asked.words;
  const source = offerOf([from], asked.surroundings);
  const target = asked.offer([to]);
  const { document } = await readSlot(asked, source, 'Draft');
  const present = await asked.get(offerPath(target), { also: [404] });
  if (present.status !== 404) await confirm(asked, `${nameOf(target)} exists. Write over its draft?`);
  const copy = { ...document, publisherId: target.publisherId, id: target.offerId };
  const saved = await asked.send({
    method: 'PUT',
    path: offerPath(target),
    body: copy,
    headers: { 'If-Match': present.etag ?? '*' },
  });
  const secrets = maskedPlaces(copy);
  asked.answer(
    { from: nameOf(source), etag: saved.etag ?? null, secretsToEnter: secrets },
    [
      `${nameOf(target)} is a copy of ${nameOf(source)}.`,
      ...secrets.map((pointer) => `  Enter again: ${pointer}`),
      '',
    ].join('\n'),
  );
  return exitCodes.ok;
}

/** JSON pointers of what a reader of the original was not shown. */
function maskedPlaces(document: Readonly<Record<string, unknown>>): readonly string[] {
  const places: string[] = [];
  mapStrings(document, (text, path) => {
    if (isMasked(text)) places.push(`/${path.map(String).join('/')}`);
    return text;
  });
  return places;
}
