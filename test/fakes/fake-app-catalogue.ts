import { isOfferTypeId } from '../../src/domain/offer/read-offer';
import type { OfferDocument } from '../../src/domain/offer/document';
import type { OfferKey } from '../../src/domain/offer/ids';
import type { PublicationStatus } from '../../src/domain/publication/status';
import type { AppCatalogue } from '../../src/http/deps';
import type { DiscardRefusal } from '../../src/domain/offer/discard';
import type {
  HistoryEvent,
  ItemProgress,
  OfferRecord,
  OfferVersionRecord,
  OperationRecord,
  PackageRecord,
  ReportRecord,
  SlotRecord,
  SupportRequest,
} from '../../src/services/ports';
import { type FakeEventFeed, fakeEventFeed } from './fake-event-feed';
import { type FakeCertifications, fakeCertifications } from './fake-certifications';
import { fakeIdempotentRequests } from './fake-idempotent-requests';
import { fakeHistory } from './fake-history';
import { type FakeKnownWork, fakeKnownWork, validReport } from './fake-known-work';
import { fakeOfferLists } from './fake-offer-lists';
import { type FakePublishers, fakePublishers } from './fake-publishers';
import { type FakeReviews, fakeReviews, type FakeReviewThreads, fakeReviewThreads } from './fake-reviews';
import { type FakeSessions, fakeSessions } from './fake-sessions';
import { type FakeTokens, fakeTokens } from './fake-tokens';
import { type FakeWebhooks, fakeWebhooks } from './fake-webhooks';

const nameOf = ({ publisherId, offerId }: OfferKey): string => `${publisherId}/${offerId}`;

type Sender = Parameters<AppCatalogue['operations']['noteSender']>[0];
const senderKey = (sender: Omit<Sender, 'actor'>): string => `${nameOf(sender)}/${sender.operationId}`;

export type FakeAppCatalogue = AppCatalogue &
  FakeKnownWork &
  FakeCertifications & {
    readonly drafts: Map<string, OfferRecord>;
    readonly publishers: FakePublishers;
    readonly tokens: FakeTokens;
    readonly sessions: FakeSessions;
    readonly events: FakeEventFeed;
    readonly webhooks: FakeWebhooks;
    readonly reviews: FakeReviews;
    readonly reviewThreads: FakeReviewThreads;
    readonly versions: OfferVersionRecord[];
    /** Oldest first. */
    readonly statuses: PublicationStatus[];
    readonly operationRows: OperationRecord[];
    /** Who sends a message that is no operation yet, by its offer and id. */
    readonly senders: Map<string, Sender>;
    readonly cases: SupportRequest[];
    readonly caseSenders: Parameters<AppCatalogue['supportRequests']['create']>[1][];
    slotRows: SlotRecord[];
    packageRows: PackageRecord[];
    reportRows: ReportRecord[];
    items: ItemProgress[];
    /** Oldest first. */
    readonly historyRows: HistoryEvent[];
    whyNotDiscard: DiscardRefusal | undefined;
    /** When set, the actor has asked for support too often. */
    supportWaitSeconds: number | undefined;
    /** When set, the database "is away" and says this. */
    away: string | undefined;
  };

/** The catalogue as pages and API see it, in memory. */
export function fakeAppCatalogue(now: () => Date = () => new Date(at)): FakeAppCatalogue {
  const drafts = new Map<string, OfferRecord>();
  const historyRows: HistoryEvent[] = [];
  const fake: FakeAppCatalogue = {
    drafts,
    publishers: fakePublishers(() => [...drafts.values()].map(({ publisherId }) => publisherId)),
    tokens: fakeTokens(now),
    sessions: fakeSessions(),
    events: fakeEventFeed(),
    webhooks: fakeWebhooks(),
    reviews: fakeReviews(),
    reviewThreads: fakeReviewThreads(),
    idempotentRequests: fakeIdempotentRequests(),
    ...fakeKnownWork(),
    ...fakeCertifications(now),
    versions: [],
    statuses: [],
    operationRows: [],
    senders: new Map(),
    cases: [],
    caseSenders: [],
    slotRows: [],
    liveOffers: {
      count: async () => fake.slotRows.filter(({ slot }) => slot === 'Production').length,
      page: async ({ after, limit }) =>
        fake.slotRows
          .filter(({ slot }) => slot === 'Production')
          .map(({ offerVersion, publicationId }) => ({
            publisherId: 'contoso',
            offerId: 'linux-vm',
            offerVersion,
            publicationId,
          }))
          .filter((each) => after === undefined || nameOf(each) > nameOf(after))
          .slice(0, limit),
    },
    packageRows: [],
    reportRows: [],
    items: [],
    historyRows,
    whyNotDiscard: undefined,
    supportWaitSeconds: undefined,
    away: undefined,
    offers: {
      saveDraft: async (offer, draft, { ifMatch }) => {
        const before = drafts.get(nameOf(offer));
        if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== (before?.etag ?? null)) {
          return { kind: 'conflict', etag: before?.etag ?? '' };
        }
        const saved = offerRecord(offer, draft, before);
        drafts.set(nameOf(offer), saved);
        historyRows.push(happened(offer, 'draftSaved', historyRows.length));
        return { kind: 'saved', offer: saved, created: before === undefined };
      },
      find: async (offer) => {
        if (fake.away !== undefined) throw new Error(fake.away);
        return drafts.get(nameOf(offer));
      },
      summaries: async (publisherId) =>
        [...drafts.values()]
          .filter((each) => each.publisherId === publisherId)
          .map((each) => ({ ...each, displayText: displayTextOf(each) })),
      withId: async (offerId) => [...drafts.values()].filter((each) => each.offerId === offerId),
      findVersion: async (offer, offerVersion) =>
        fake.versions.findLast(
          (each) => nameOf(each) === nameOf(offer) && each.offerVersion === offerVersion,
        ),
      // Nothing is known of what was live before.
      liveBefore: async () => [],
      revealSecrets: async (_offer, document) => document,
      slots: async () => fake.slotRows,
      discard: async (offer, { ifMatch }) => {
        const record = drafts.get(nameOf(offer));
        if (record === undefined) return { kind: 'unknown' };
        if ((ifMatch ?? record.etag) !== record.etag) return { kind: 'conflict', etag: record.etag };
        if (fake.whyNotDiscard !== undefined) return { kind: 'refused', why: fake.whyNotDiscard };
        drafts.delete(nameOf(offer));
        historyRows.push(happened(offer, 'draftDiscarded', historyRows.length));
        return { kind: 'discarded' };
      },
      whyNotDiscard: async () => fake.whyNotDiscard,
    },
    offerLists: fakeOfferLists(() => [...drafts.values()]),
    history: fakeHistory(historyRows),
    publications: {
      find: async (publicationId) =>
        fake.statuses.map(recordOf).findLast((each) => each.publicationId === publicationId),
      listOf: async () => fake.statuses.map(recordOf).toReversed(),
      progress: async () => fake.items,
    },
    operations: {
      create: async (operation) => {
        fake.senders.delete(senderKey(operation));
        const known = await fake.operations.find(operation, operation.operationId);
        if (known !== undefined) return known;
        const row = { ...operation, state: 'running' as const, refusal: null, createdAt: at, endedAt: null };
        fake.operationRows.push(row);
        return row;
      },
      listOf: async (offer) =>
        fake.operationRows.filter((each) => nameOf(each) === nameOf(offer)).toReversed(),
      find: async (offer, operationId) =>
        fake.operationRows.find((each) => each.operationId === operationId && nameOf(each) === nameOf(offer)),
      noteSender: async (sender) => {
        const key = senderKey(sender);
        if (!fake.senders.has(key)) fake.senders.set(key, sender);
      },
      pruneSenders: async () => undefined,
      actorsOf: async (publicationIds) => {
        const isAsked = (each: { readonly publicationId: string }): boolean =>
          publicationIds.includes(each.publicationId);
        const offers = fake.statuses.filter(isAsked).map(nameOf);
        const notes = [...fake.senders.values()].filter((sender) => offers.includes(nameOf(sender)));
        return new Map(
          [...notes, ...fake.operationRows.filter(isAsked)].map((each) => [each.operationId, each.actor]),
        );
      },
    },
    reports: {
      find: async (reportId) => fake.reportRows.find((each) => each.reportId === reportId),
      findValid: validReport(() => fake.reportRows),
    },
    packages: {
      find: async (packageDigest) => fake.packageRows.find((each) => each.packageDigest === packageDigest),
    },
    supportRequests: {
      listOf: async () => fake.cases.toReversed(),
      create: async (request, sender) => {
        const { supportWaitSeconds: waitSeconds } = fake;
        if (waitSeconds !== undefined) return { kind: 'tooMany', waitSeconds };
        const row = { ...request, caseNumber: `CASE-00000${fake.cases.length + 1}`, createdAt: at };
        fake.cases.push(row);
        fake.caseSenders.push(sender);
        return { kind: 'stored', request: row };
      },
    },
    ping: async () => {
      if (fake.away !== undefined) throw new Error(fake.away);
    },
  };
  return fake;
}

const at = '2026-11-20T12:00:00.000Z';

function displayTextOf({ draft }: OfferRecord): string | null {
  const { displayText } = (draft['definition'] ?? {}) as { readonly displayText?: string };
  return displayText ?? null;
}

const happened = ({ publisherId, offerId }: OfferKey, kind: string, count: number): HistoryEvent => ({
  publisherId,
  offerId,
  cursor: `1.${count + 1}`,
  kind,
  actor: 'api',
  publicationId: null,
  offerVersion: null,
  isVouchedFor: true,
  payload: {},
  at,
});

function offerRecord(offer: OfferKey, draft: OfferDocument, before: OfferRecord | undefined): OfferRecord {
  const { offerTypeId } = draft;
  const saves = before === undefined ? 1n : before.tickVersion + 1n;
  return {
    publisherId: offer.publisherId,
    offerId: offer.offerId,
    guid: '00000000-0000-4000-8000-000000000001',
    offerType: isOfferTypeId(offerTypeId) ? offerTypeId : 'microsoft-azure-virtualmachines',
    draft,
    etag: `W/"${saves}"`,
    tickVersion: saves,
    status: before?.status ?? 'neverPublished',
    currentPublicationId: before?.currentPublicationId ?? null,
    newestVersion: 0,
    previewVersion: before?.previewVersion ?? null,
    productionVersion: before?.productionVersion ?? null,
    changedAt: at,
  };
}

const recordOf = (status: PublicationStatus) => ({
  publicationId: status.publicationId,
  publisherId: status.publisherId,
  offerId: status.offerId,
  runId: 'run-1',
  status,
});
