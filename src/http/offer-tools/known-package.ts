import { changesBetween } from '../../domain/offer/diff/changes';
import type { OfferDocument } from '../../domain/offer/document';
import type { KnownArtefact } from '../../domain/publication/dry-run';
import type { OfferRecord, SlotRecord } from '../../services/ports';
import type { AppDeps } from '../deps';

/**
 * The package that already holds this content: of a version in a slot that differs in secrets at most, went to the
 * same regions and has the same bytes. Whether its pictures are still the same is seen when they are read.
 */
export async function knownPackage(
  deps: AppDeps,
  offer: OfferRecord,
  content: { readonly document: OfferDocument; readonly artefacts: readonly KnownArtefact[] },
): Promise<string | undefined> {
  for (const slot of await deps.catalogue.offers.slots(offer)) {
    if (await isSameContent(deps, offer, { slot, ...content })) return slot.packageDigest;
  }
  return undefined;
}

type Compared = {
  readonly slot: SlotRecord;
  readonly document: OfferDocument;
  readonly artefacts: readonly KnownArtefact[];
};

async function isSameContent(
  { catalogue, regions }: AppDeps,
  offer: OfferRecord,
  { slot: { offerVersion }, document, artefacts }: Compared,
): Promise<boolean> {
  const version = await catalogue.offers.findVersion(offer, offerVersion);
  if (version === undefined || version.regions.join() !== regions.map(({ name }) => name).join())
    return false;
  const before = await catalogue.offers.revealSecrets(offer, version.document);
  if (changesBetween(before, document).some(({ hidden }) => !hidden)) return false;
  const bindings = await catalogue.artefacts.bindings(offer, offerVersion);
  return artefacts.every(({ artefactId, digest }) =>
    bindings.some((binding) => binding.artefactId === artefactId && binding.digest === digest),
  );
}
