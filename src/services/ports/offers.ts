import type { DiscardRefusal } from '../../domain/offer/discard';
import type { OfferDocument, OfferTypeId, Slot } from '../../domain/offer/document';
import type { OfferKey } from '../../domain/offer/ids';
import type { OfferStatus } from '../../domain/publication/status';

export type OfferRecord = OfferKey & {
  readonly guid: string;
  readonly offerType: OfferTypeId;
  /** The draft with secrets masked (`domain/offer/secrets.ts`). */
  readonly draft: OfferDocument;
  readonly etag: string;
  /** .NET ticks of the last change; a raw 64-bit number, never a JS number. */
  readonly tickVersion: bigint;
  readonly status: OfferStatus;
  readonly currentPublicationId: string | null;
  /** How many versions have been frozen; 0 before the first publication. */
  readonly newestVersion: number;
  /** Version in each slot; null where nothing stands. */
  readonly previewVersion: number | null;
  readonly productionVersion: number | null;
  readonly changedAt: string;
};

/** What a list of offers tells; drafts are not read for it. */
export type OfferSummary = Pick<
  OfferRecord,
  'publisherId' | 'offerId' | 'offerType' | 'status' | 'newestVersion' | 'changedAt'
> & { readonly displayText: string | null };

export type OfferVersionRecord = OfferKey & {
  readonly offerVersion: number;
  readonly offerType: OfferTypeId;
  /** With secrets still masked; `revealSecrets` fills them in for the activity that needs them. */
  readonly document: OfferDocument;
  readonly regions: readonly string[];
  readonly frozenAt: string;
};

export type SlotRecord = {
  readonly slot: Exclude<Slot, 'Draft'>;
  readonly offerVersion: number;
  readonly packageDigest: string;
  readonly publicationId: string;
  readonly since: string;
};

export type Offers = {
  /** Secrets in the document are stored encrypted and apart; a mask that comes back keeps the stored value. */
  saveDraft: (
    offer: OfferKey,
    draft: OfferDocument,
    /** `ifMatch`: the etag that must stand there; null: none may. */
    options: { readonly actor: string; readonly ifMatch?: string | null },
  ) => Promise<
    | { readonly kind: 'saved'; readonly offer: OfferRecord; readonly created: boolean }
    | { readonly kind: 'conflict'; readonly etag: string }
  >;
  find: (offer: OfferKey) => Promise<OfferRecord | undefined>;
  /** Removes an offer that was never shown, with its draft and secrets; its events stay. */
  discard: (
    offer: OfferKey,
    options: { readonly actor: string; readonly ifMatch?: string },
  ) => Promise<
    | { readonly kind: 'discarded' | 'unknown' }
    | { readonly kind: 'conflict'; readonly etag: string }
    | { readonly kind: 'refused'; readonly why: DiscardRefusal }
  >;
  /** Undefined when its draft can be discarded. */
  whyNotDiscard: (offer: OfferKey) => Promise<DiscardRefusal | undefined>;
  /** Newest change first; without a publisher, of all of them (the portal's All offers page). */
  list: (publisherId?: string) => Promise<readonly OfferRecord[]>;
  /** All of a publisher, newest change first. */
  summaries: (publisherId: string) => Promise<readonly OfferSummary[]>;
  /** Of every publisher that has an offer with this id; at most 100. */
  withId: (offerId: string) => Promise<readonly OfferRecord[]>;
  /**
   * Freezes the draft as the next version, or returns the version already frozen for this publication. Throws a
   * `DraftChangedError` when the draft's etag is another than `draftEtag` by now, and a `PublicationIdTakenError`.
   */
  freeze: (
    offer: OfferKey,
    publicationId: string,
    options: { readonly regions: readonly string[]; readonly draftEtag?: string },
  ) => Promise<OfferVersionRecord | undefined>;
  findVersion: (offer: OfferKey, offerVersion: number) => Promise<OfferVersionRecord | undefined>;
  /** What was live before this version, newest first, at most 20; secrets masked. */
  liveBefore: (offer: OfferKey, offerVersion: number) => Promise<readonly OfferDocument[]>;
  /** The document with its secrets in place. Never log, store or return the result. */
  revealSecrets: (offer: OfferKey, document: OfferDocument) => Promise<OfferDocument>;
  slots: (offer: OfferKey) => Promise<readonly SlotRecord[]>;
  /** Points `Preview` at a package; idempotent per publication. */
  setPreview: (offer: OfferKey, slot: Omit<SlotRecord, 'slot' | 'since'>) => Promise<void>;
  clearPreview: (offer: OfferKey, publicationId: string) => Promise<void>;
  /** In one transaction: `Production` becomes exactly what `Preview` shows for this publication. Throws when they differ. */
  flipToProduction: (
    offer: OfferKey,
    publicationId: string,
    packageDigest: string,
  ) => Promise<{ readonly liveAt: string }>;
};
