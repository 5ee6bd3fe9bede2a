import type { Command } from 'commander';
import type { OfferDocument } from '../../domain/offer/document';
import { fieldOf } from '../../domain/offer/offer-finding';
import { plansOf } from '../../domain/offer/parts';
import { pointerOf } from '../../domain/offer/pointer';
import { isMasked } from '../../domain/offer/secrets';
import { mapStrings, type Path } from '../../domain/offer/walk';
import type { Language } from '../../domain/text/language';
import { fieldLabel } from '../../domain/text/fields/offer-fields';
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
  const name = nameOf(target);
  const lines =
    secrets.length === 0
      ? [`${name} is a copy of ${nameOf(source)}.`]
      : [
          `${name} is a copy of ${nameOf(source)}, but for what is secret. Give it again, in full:`,
          ...secrets.map((path) => `  ${placeName(copy, path, asked.language)}: ${pointerOf(path)}`),
          `Until then it cannot be published. What is missing: offer validate ${name}`,
        ];
  asked.answer(
    { from: nameOf(source), etag: saved.etag ?? null, secretsToEnter: secrets.map(pointerOf) },
    `${lines.join('\n')}\n`,
  );
  return exitCodes.ok;
}

/** Where a reader of the original was shown a mask. */
function maskedPlaces(document: OfferDocument): readonly Path[] {
  const places: Path[] = [];
  mapStrings(document, (text, path) => {
    if (isMasked(text)) places.push(path);
    return text;
  });
  return places;
}

/** As the Editor calls the field, and of which plan. */
function placeName(document: OfferDocument, path: Path, language: Language): string {
  const label = fieldLabel(fieldOf(path), language);
  const plan = plansOf(document).find((each) => each.path.every((segment, depth) => segment === path[depth]));
  return plan === undefined ? label : `${label} (${plan.planId})`;
}
