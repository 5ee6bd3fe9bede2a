import type { OfferDocument } from '../../src/domain/offer/document';
import type { Offers, OfferVersionRecord, SlotRecord } from '../../src/services/ports';

export type FakeOfferVersions = Pick<
  Offers,
  'findVersion' | 'revealSecrets' | 'slots' | 'setPreview' | 'flipToProduction'
> & {
  /** Every change of a slot, in order. */
  readonly changes: readonly string[];
  /** The next change of a slot fails so. */
  readonly failNext: (error: Error) => void;
};

/** One frozen version and its offer's slots; `revealed` is the document with its secrets in place. */
export function fakeOfferVersions(
  version: OfferVersionRecord,
  revealed: OfferDocument = version.document,
): FakeOfferVersions {
  const slots = new Map<SlotRecord['slot'], SlotRecord>();
  const changes: string[] = [];
  const failures: Error[] = [];
  const since = '2026-03-02T00:00:00.000Z';
  return {
    changes,
    failNext: (error) => void failures.push(error),
    findVersion: (_offer, offerVersion) =>
      Promise.resolve(offerVersion === version.offerVersion ? version : undefined),
    revealSecrets: () => Promise.resolve(revealed),
    slots: () => Promise.resolve([...slots.values()]),
    setPreview: (_offer, content) => {
      const failure = failures.shift();
      if (failure) return Promise.reject(failure);
      if (slots.get('Preview')?.publicationId !== content.publicationId) changes.push('Preview');
      slots.set('Preview', { slot: 'Preview', since, ...content });
      return Promise.resolve();
    },
    flipToProduction: (_offer, publicationId, packageDigest) => {
      const failure = failures.shift();
      if (failure) return Promise.reject(failure);
      const preview = slots.get('Preview');
      const isLive = slots.get('Production')?.publicationId === publicationId;
      if (!isLive && (preview?.publicationId !== publicationId || preview.packageDigest !== packageDigest)) {
        return Promise.reject(
          Object.assign(new Error('Nothing went live: the preview shows another package.'), {
            name: 'ProductionFlipError',
          }),
        );
      }
      if (!isLive && preview) {
        slots.set('Production', { ...preview, slot: 'Production' });
        changes.push('Production');
      }
      return Promise.resolve({ liveAt: since });
    },
  };
}
