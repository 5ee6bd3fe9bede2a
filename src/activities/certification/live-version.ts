import type { Finding } from '../../domain/certification/finding';
import type { OfferArtefact } from '../../domain/offer/artefacts';
import type { Artefacts, Offers } from '../../services/ports';
import type { PublicationRef } from '../contract';

export type LiveVersionRoles = {
  readonly offers: Pick<Offers, 'slots'>;
  readonly artefacts: Pick<Artefacts, 'bindings'>;
};

/**
 * Under an address that stayed the same other bytes may lie by now. What is live under a version's number stays what it
 * is: customers and their templates refer to it.
 */
export async function changedSinceLive(
  { offers, artefacts }: LiveVersionRoles,
  { publisherId, offerId, offerVersion }: PublicationRef,
  { artefactId, kind, digest }: Pick<OfferArtefact, 'artefactId' | 'kind'> & { readonly digest: string },
): Promise<readonly Finding[]> {
  const offer = { publisherId, offerId };
  const live = (await offers.slots(offer)).find(({ slot }) => slot === 'Production');
  if (live === undefined || live.offerVersion === offerVersion) return [];
  const bindings = await artefacts.bindings(offer, live.offerVersion);
  const before = bindings.find((binding) => binding.artefactId === artefactId);
  if (before === undefined || before.digest === digest) return [];
  return [
    {
      ruleId: kind === 'package' ? 'offer.live-package-changed' : 'offer.live-image-changed',
      severity: 'error',
      params: { artefact: artefactId },
      target: {},
      expected: before.digest,
      actual: digest,
    },
  ];
}
