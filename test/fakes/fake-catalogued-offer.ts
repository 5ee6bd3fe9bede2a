import type { OfferDocument } from '../../src/domain/offer/document';
import { joinSecrets } from '../../src/domain/offer/secrets';
import type { Offers, OfferVersionRecord, SlotRecord } from '../../src/services/ports';

export type FakeCataloguedOffer = Pick<
  Offers,
  'find' | 'findVersion' | 'liveBefore' | 'freeze' | 'slots' | 'revealSecrets'
> & {
  readonly versions: readonly OfferVersionRecord[];
  /** Goes live with an earlier version. */
  setLive: (offerVersion: number, publicationId?: string) => void;
  setDraft: (draft: OfferDocument) => void;
};

/** One offer in the catalogue with a draft, its frozen versions and what is live; `secrets` by id. */
export function fakeCataloguedOffer(
  first: OfferDocument,
  secrets: ReadonlyMap<string, string> = new Map(),
): FakeCataloguedOffer {
  const key = { publisherId: String(first['publisherId']), offerId: String(first['id']) };
  const offerType = 'microsoft-azure-virtualmachines';
  const versions: (OfferVersionRecord & { readonly publicationId: string })[] = [];
  const slots: SlotRecord[] = [];
  const onceLive = new Set<number>();
  const etag = 'e';
  let draft = first;
  const isMine = (offer: typeof key): boolean =>
    offer.publisherId === key.publisherId && offer.offerId === key.offerId;

  return {
    versions,
    setDraft: (next) => (draft = next),
    setLive: (offerVersion, publicationId = 'p') => {
      onceLive.add(offerVersion);
      const since = '2026-05-01T00:00:00.000Z';
      slots.splice(0, slots.length, {
        slot: 'Production',
        offerVersion,
        packageDigest: 'd',
        publicationId,
        since,
      });
    },
    find: async (offer) =>
      isMine(offer)
        ? {
            ...key,
            guid: 'c0ffee00-0009-4000-8000-000000000009',
            offerType,
            draft,
            etag,
            tickVersion: 1n,
            status: 'neverPublished',
            currentPublicationId: null,
            newestVersion: 0,
            previewVersion: null,
            productionVersion: null,
            changedAt: '2026-05-01T00:00:00.000Z',
          }
        : undefined,
    findVersion: async (offer, offerVersion) =>
      isMine(offer) ? versions.find((version) => version.offerVersion === offerVersion) : undefined,
    freeze: async (offer, publicationId, { regions, draftEtag = etag }) => {
      if (!isMine(offer)) return undefined;
      const known = versions.find((version) => version.publicationId === publicationId);
      if (known !== undefined) return known;
      if (draftEtag !== etag)
        throw Object.assign(new Error('The draft changed.'), { name: 'DraftChangedError' });
      const offerVersion = versions.length + 1;
      const frozenAt = '2026-06-01T00:00:00.000Z';
      const version = {
        ...key,
        publicationId,
        offerVersion,
        offerType,
        document: draft,
        regions,
        frozenAt,
      } as const;
      versions.push(version);
      return version;
    },
    liveBefore: async (_offer, before) =>
      versions
        .filter(({ offerVersion }) => offerVersion < before && onceLive.has(offerVersion))
        .toReversed()
        .map(({ document }) => document),
    slots: async () => slots,
    revealSecrets: async (_offer, document) => joinSecrets(document, (id) => secrets.get(id)),
  };
}
