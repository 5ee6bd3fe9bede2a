import { activityInfo } from '@temporalio/activity';
import type {
  ControlActivities,
  DataActivities,
  MailInput,
  ProgressInput,
} from '../../src/activities/contract';
import type { OfferTypeId } from '../../src/domain/offer/document';
import type { OfferKind } from '../../src/domain/offer/kind';
import { evolve } from '../../src/domain/publication/evolve';
import type { PublicationEvent } from '../../src/domain/publication/events';
import type { Pipeline } from '../../src/domain/publication/pipeline';
import { pipelineOf } from '../../src/domain/publication/pipelines';
import type { PublicationStatus } from '../../src/domain/publication/status';

type Activities = ControlActivities & DataActivities;
export type FakeOverrides = Partial<Activities>;

/** Keeps a record of every call and of everything written to the log. */
export type FakePublicationActivities = {
  readonly activities: Activities;
  readonly calls: readonly string[];
  /** In the order in which the run sent them: those under way beside each other may begin in any. */
  readonly mails: readonly MailInput[];
  /** The fold of what reached the log, as the catalogue would show it. */
  readonly logged: () => PublicationStatus | undefined;
  readonly events: () => readonly PublicationEvent[];
};

/** Activities of a publication in which everything goes well; `overrides` make single ones do otherwise. */
export function fakePublicationActivities(
  overrides: FakeOverrides = {},
  pipeline: Pipeline | undefined = pipelineOf('microsoft-azure-virtualmachines', 'publish'),
  offerType: OfferTypeId = 'microsoft-azure-virtualmachines',
): FakePublicationActivities {
  const calls: string[] = [];
  const mails: MailInput[] = [];
  const sentAt: number[] = [];
  const log = new Map<number, PublicationEvent>();
  const passed = { verdict: 'passed' as const, findings: [], findingCount: 0 };
  if (pipeline === undefined) throw new Error('This offer type has no pipeline.');
  const usual: Activities = {
    openPublication: () =>
      Promise.resolve({
        kind: 'opened',
        offerVersion: 1,
        offerType,
        pipeline,
        language: 'en',
        statusPage: 'http://127.0.0.1:8080/publishers/contoso/offers/linux-vm/status',
      }),
    validate: () =>
      Promise.resolve({
        ...passed,
        artefacts: hasBytes(pipeline) ? [{ artefactId: 'standard/1.0.0/os', kind: 'osDisk' }] : [],
        regions: ['westeurope', 'eastus', 'southeastasia', 'brazilsouth'],
      }),
    certify: ({ artefact }) =>
      Promise.resolve({
        ...passed,
        artefactId: artefact.artefactId,
        digest: 'a'.repeat(64),
        bytes: 1_073_742_336,
        reportId: 'r'.repeat(64),
      }),
    replicate: ({ region }) => Promise.resolve({ region, copiedBytes: 96_000_000, found: 0, copied: 1 }),
    packageProduct: () => Promise.resolve({ ...passed, packageDigest: 'b'.repeat(64) }),
    registerLead: () =>
      Promise.resolve({
        kind: 'registered',
        destination: 'AzureTable',
        token: 'MSFT_TEST_639000000000000000',
      }),
    openPreview: ({ publisherId, offerId }) =>
      Promise.resolve({
        links: [
          { text: 'Azure Marketplace', uri: `http://127.0.0.1:8080/preview/${publisherId}/${offerId}` },
        ],
      }),
    goLiveNow: ({ publisherId, offerId }) =>
      Promise.resolve({
        links: [
          { text: 'Azure Marketplace', uri: `http://127.0.0.1:8080/marketplace/${publisherId}/${offerId}` },
        ],
      }),
    openReview: ({ publicationId, step }) =>
      Promise.resolve({
        workItem: { board: 'own', id: `${publicationId}/${step}`, url: 'http://127.0.0.1:8080/reviews/1' },
      }),
    recordDecision: () => Promise.resolve(),
    closeReview: () => Promise.resolve(),
    withdraw: () => Promise.resolve(),
    recordProgress: () => Promise.resolve(),
    sendMail: () => Promise.resolve(),
  };
  const note =
    <Input, Output>(name: string, activity: (input: Input) => Promise<Output>) =>
    (input: Input): Promise<Output> => {
      calls.push(name);
      return activity(input);
    };
  const chosen: Activities = { ...usual, ...overrides };
  const activities: Activities = {
    openPublication: note('openPublication', chosen.openPublication),
    validate: note('validate', chosen.validate),
    certify: note('certify', chosen.certify),
    replicate: note('replicate', chosen.replicate),
    packageProduct: note('packageProduct', chosen.packageProduct),
    registerLead: note('registerLead', chosen.registerLead),
    openPreview: note('openPreview', chosen.openPreview),
    goLiveNow: note('goLiveNow', chosen.goLiveNow),
    openReview: note('openReview', chosen.openReview),
    recordDecision: note('recordDecision', chosen.recordDecision),
    closeReview: note('closeReview', chosen.closeReview),
    withdraw: note('withdraw', chosen.withdraw),
    async recordProgress(progress: ProgressInput) {
      await chosen.recordProgress(progress);
      progress.events.forEach((event, index) => log.set(progress.firstSequence + index, event));
    },
    async sendMail(mail: MailInput) {
      const { scheduledTimestampMs: at } = activityInfo();
      const place = sentAt.filter((earlier) => earlier <= at).length;
      sentAt.splice(place, 0, at);
      mails.splice(place, 0, mail);
      await chosen.sendMail(mail);
    },
  };
  const events = (): readonly PublicationEvent[] =>
    [...log].toSorted(([a], [b]) => a - b).map(([, event]) => event);
  const logged = (): PublicationStatus | undefined =>
    events().reduce<PublicationStatus | undefined>((status, event) => evolve(status, event), undefined);
  return { activities, calls, mails, events, logged };
}

/** The same of an offer of this type and kind, made anew with each call. */
export function fakeOf(offerType: OfferTypeId, kind: OfferKind, overrides: FakeOverrides = {}) {
  return (): FakePublicationActivities =>
    fakePublicationActivities(overrides, pipelineOf(offerType, kind), offerType);
}

/** What no step certifies is words alone. */
const hasBytes = ({ steps }: Pipeline): boolean => steps.some(({ stages }) => stages.includes('certify'));
