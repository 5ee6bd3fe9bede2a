import { createPatch, type Patch } from 'rfc6902';
import type { Change } from '../../domain/offer/diff/changes';
import { changesBetween } from '../../domain/offer/diff/changes';
import type { OfferDocument, Slot } from '../../domain/offer/document';
import { completed } from '../../domain/publication/cpp/cpp-offer';
import { maskSecrets } from '../../domain/offer/secrets';
import type { OfferRecord } from '../../services/ports';
import type { AppDeps } from '../deps';

/** What can be compared: the draft, what stands in a slot, or a frozen version by its number. */
export type ComparedSide = Slot | number;

export type Comparison =
  | {
      readonly kind: 'compared';
      /** For people. A changed secret is told here, and only here. */
      readonly changes: readonly Change[];
      /** RFC 6902: leads from the one document to the other, as readers get them (secrets masked). */
      readonly patch: Patch;
      readonly fromVersion: number | null;
      readonly toVersion: number | null;
    }
  | { readonly kind: 'nothingThere'; readonly side: ComparedSide };

type Sides = { readonly from: ComparedSide; readonly to: ComparedSide };

/** The difference between two documents of one offer. Secrets are compared, but leave this function masked. */
export async function compareDocuments(
  deps: { readonly catalogue: Pick<AppDeps['catalogue'], 'offers'> },
  offer: OfferRecord,
  { from, to }: Sides,
): Promise<Comparison> {
  const [one, other] = await Promise.all([read(deps, offer, from), read(deps, offer, to)]);
  if (one === undefined) return { kind: 'nothingThere', side: from };
  if (other === undefined) return { kind: 'nothingThere', side: to };
  return {
    kind: 'compared',
    changes: changesBetween(one.document, other.document),
    patch: createPatch(maskSecrets(one.document), maskSecrets(other.document)),
    fromVersion: one.version,
    toVersion: other.version,
  };
}

type Read = { readonly document: OfferDocument; readonly version: number | null };

async function read(
  { catalogue: { offers } }: Parameters<typeof compareDocuments>[0],
  offer: OfferRecord,
  side: ComparedSide,
): Promise<Read | undefined> {
  // A default that CPP's answers hold is no change, whether the publisher has saved it or not.
  const revealed = async (document: OfferDocument): Promise<OfferDocument> =>
    completed(await offers.revealSecrets(offer, document), offer.offerType);
  if (side === 'Draft') return { document: await revealed(offer.draft), version: null };
  const version = versionIn(offer, side);
  const frozen = version === null ? undefined : await offers.findVersion(offer, version);
  if (frozen === undefined) return undefined;
  return {
    document: await revealed(frozen.document),
    version: frozen.offerVersion,
  };
}

function versionIn(offer: OfferRecord, side: Exclude<ComparedSide, 'Draft'>): number | null {
  switch (side) {
    case 'Preview':
      return offer.previewVersion;
    case 'Production':
      return offer.productionVersion;
    default:
      return side;
  }
}
