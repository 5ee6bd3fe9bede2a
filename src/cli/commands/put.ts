import type { Command } from 'commander';
import type { OfferDocument } from '../../domain/offer/document';
import type { OfferKey } from '../../domain/offer/ids';
import { offerPath } from '../api/call';
import type { Asked } from '../asked';
import { keyIn, readDocument } from '../document-file';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand } from '../new-command';
import { nameOf } from '../offer-argument';

type Flags = { readonly etag?: string };

const facts = {
  name: 'put',
  does: 'Save a document as the draft of an offer; makes the offer if it is new.',
  examples: [
    ['offer put offer.json', 'the offer that the document names'],
    ['offer put contoso/linux-vm offer.json', 'the offer named here; the document may name none'],
    [`jq '.definition.displayText = "New"' offer.json | offer put -`, 'from a pipe'],
    ['offer put offer.json --etag "$ETAG"', 'only if nobody changed the draft since; else ends with 7'],
  ],
} as const;

export function putCommand(does: Does): Command {
  return newCommand(facts)
    .argument(
      '<words...>',
      'the document (- for stdin); before it the offer, where the document does not say it',
    )
    .usage('[options] [offer] <file>')
    .option('--etag <etag>', 'of the draft as it was read: "offer show --json" tells it')
    .action(does<Flags>(put));
}

async function put(asked: Asked<Flags>): Promise<number> {
  const file = asked.words.at(-1) ?? '-';
  const document = await readDocument(asked, file);
  const offer = offerFor(asked, document);
  const { etag } = asked.flags;
  const saved = await asked.send({
    method: 'PUT',
    path: offerPath(offer),
    // Where the document says another, the API refuses; where it says none, this is what was meant.
    body: { publisherId: offer.publisherId, id: offer.offerId, ...document },
    headers: { 'If-Match': etag ?? '*' },
  });
  asked.answer(
    { etag: saved.etag ?? null },
    `The draft of ${nameOf(offer)} is saved. Check it: offer validate ${nameOf(offer)}\n`,
  );
  return exitCodes.ok;
}

function offerFor(asked: Asked<Flags>, document: OfferDocument): OfferKey {
  const named = asked.words.slice(0, -1);
  const key = named.length > 0 ? undefined : keyIn(document);
  if (named.length === 0 && key === undefined)
    throw new CliFailure(
      exitCodes.usage,
      'The document does not say which offer it is ("publisherId" and "id"). Name it: offer put <publisher>/<offer> <file>',
    );
  return asked.offer(key === undefined ? named : [nameOf(key)]);
}
