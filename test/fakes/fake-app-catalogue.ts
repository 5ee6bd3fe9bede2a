import { readOffer } from '../../src/domain/offer/read-offer';
import type { OfferDocument } from '../../src/domain/offer/document';
import type { OfferKey } from '../../src/domain/offer/ids';
import type { PublicationStatus } from '../../src/domain/publication/status';
import type { Language } from '../../src/domain/text/language';
import type { AppCatalogue } from '../../src/http/deps';
import type {
  ItemProgress,
  OfferRecord,
  OfferVersionRecord,
  OperationRecord,
  PackageRecord,
  ReportRecord,
  SlotRecord,
  SupportRequest,
} from '../../src/services/ports';

const nameOf = ({ publisherId, offerId }: OfferKey): string => `${publisherId}/${offerId}`;

export type FakeAppCatalogue = AppCatalogue & {
  readonly drafts: Map<string, OfferRecord>;
  /** By publisher id. */
  readonly languages: Map<string, Language>;
  readonly versions: OfferVersionRecord[];
  /** Oldest first. */
  readonly statuses: PublicationStatus[];
  readonly operationRows: OperationRecord[];
  readonly cases: SupportRequest[];
  slotRows: SlotRecord[];
  packageRows: PackageRecord[];
  reportRows: ReportRecord[];
  items: ItemProgress[];
  /** When set, the database "is away" and says this. */
  away: string | undefined;
};

/** The catalogue as pages and API see it, in memory. */
export function fakeAppCatalogue(): FakeAppCatalogue {
  const drafts = new Map<string, OfferRecord>();
  const isPublisher = (publisherId: string): boolean =>
    [...drafts.values()].some((each) => each.publisherId === publisherId);
  const fake: FakeAppCatalogue = {
    drafts,
    languages: new Map(),
    versions: [],
    statuses: [],
    operationRows: [],
    cases: [],
    slotRows: [],
    packageRows: [],
    reportRows: [],
    items: [],
    away: undefined,
    offers: {
      saveDraft: async (offer, draft, { ifMatch }) => {
        const before = drafts.get(nameOf(offer));
        if (ifMatch !== undefined && ifMatch !== before?.etag) {
          return { kind: 'conflict', etag: before?.etag ?? '' };
        }
        const saved = offerRecord(offer, draft, before);
        drafts.set(nameOf(offer), saved);
        return { kind: 'saved', offer: saved, created: before === undefined };
      },
      find: async (offer) => {
        if (fake.away !== undefined) throw new Error(fake.away);
        return drafts.get(nameOf(offer));
      },
      list: async () => [...drafts.values()],
      findVersion: async (offer, offerVersion) =>
        fake.versions.find((each) => nameOf(each) === nameOf(offer) && each.offerVersion === offerVersion),
      revealSecrets: async (_offer, document) => document,
      slots: async () => fake.slotRows,
    },
    publishers: {
      languageOf: async (publisherId) =>
        isPublisher(publisherId) ? (fake.languages.get(publisherId) ?? 'en') : undefined,
      setLanguage: async (publisherId, language) => {
        if (!isPublisher(publisherId)) return false;
        fake.languages.set(publisherId, language);
        return true;
      },
    },
    publications: {
      find: async (publicationId) =>
        fake.statuses.map(recordOf).find((each) => each.publicationId === publicationId),
      listOf: async () => fake.statuses.map(recordOf).toReversed(),
      progress: async () => fake.items,
    },
    operations: {
      create: async (operation) => {
        const known = fake.operationRows.find((each) => each.operationId === operation.operationId);
        if (known !== undefined) return known;
        const row = { ...operation, state: 'running' as const, createdAt: at, endedAt: null };
        fake.operationRows.push(row);
        return row;
      },
      find: async (operationId) => fake.operationRows.find((each) => each.operationId === operationId),
      actorsOf: async (publicationIds) =>
        new Map(
          fake.operationRows
            .filter(({ publicationId }) => publicationIds.includes(publicationId))
            .map(({ operationId, actor }) => [operationId, actor]),
        ),
    },
    reports: { find: async (reportId) => fake.reportRows.find((each) => each.reportId === reportId) },
    packages: {
      find: async (packageDigest) => fake.packageRows.find((each) => each.packageDigest === packageDigest),
    },
    supportRequests: {
      create: async (request) => {
        const row = { ...request, caseNumber: `CASE-00000${fake.cases.length + 1}`, createdAt: at };
        fake.cases.push(row);
        return row;
      },
    },
    ping: async () => {
      if (fake.away !== undefined) throw new Error(fake.away);
    },
  };
  return fake;
}

const at = '2026-11-20T12:00:00.000Z';

function offerRecord(offer: OfferKey, draft: OfferDocument, before: OfferRecord | undefined): OfferRecord {
  const read = readOffer(draft);
  const saves = before === undefined ? 1n : before.tickVersion + 1n;
  return {
    publisherId: offer.publisherId,
    offerId: offer.offerId,
    guid: '00000000-0000-4000-8000-000000000001',
    offerType: read.kind === 'read' ? read.offer.offerType : 'microsoft-azure-virtualmachines',
    draft,
    etag: `W/"${saves}"`,
    tickVersion: saves,
    status: before?.status ?? 'neverPublished',
    currentPublicationId: before?.currentPublicationId ?? null,
    previewVersion: null,
    productionVersion: null,
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
