import { log } from '@temporalio/activity';
import type { Finding } from '../domain/certification/finding';
import { isId, type OfferKey } from '../domain/offer/ids';
import { kindOf } from '../domain/offer/kind';
import { type Delays, withDelays } from '../domain/publication/delays';
import { pipelineOf } from '../domain/publication/pipelines';
import type { Offers, OfferVersionRecord, PublicationLog, Publishers, SlotRecord } from '../services/ports';
import type { ControlActivities, OpenedPublication, OpenPublicationInput } from './contract';

export type OpeningRoles = {
  readonly offers: Pick<Offers, 'find' | 'findVersion' | 'freeze' | 'slots'>;
  readonly publications: Pick<PublicationLog, 'open'>;
  readonly publishers: Pick<Publishers, 'find'>;
  /** Names of the regions every new version goes to. */
  readonly regions: readonly string[];
  readonly delays: Delays;
  /** Frees what a terminated publication left behind; answers the deletion of its bytes. Both are safe to repeat. */
  readonly releaseHolds: (
    terminated: OfferKey & { readonly publicationId: string },
  ) => Promise<() => Promise<void>>;
  /** Where the pages stand, without a slash at the end. */
  readonly publicUrl: string;
};

/** Freezes what is to be published and opens the publication's log. A refusal writes nothing. */
export const openPublicationActivities = (
  roles: OpeningRoles,
): Pick<ControlActivities, 'openPublication'> => ({
  async openPublication(input) {
    try {
      return await open(roles, input);
    } catch (error) {
      const finding = refusalIn(error, input);
      if (finding === undefined) throw error;
      return refused(finding);
    }
  },
});

async function open(roles: OpeningRoles, input: OpenPublicationInput): Promise<OpenedPublication> {
  const { publicationId, publisherId, offerId, runId, firstRunId, requestedBy } = input;
  if (!isId(publisherId) || !isId(offerId)) return refused(badIds);
  const offer = { publisherId, offerId };

  const known = await roles.offers.find(offer);
  if (known === undefined) return refused(unknownOffer(offer));
  const { offerVersion: wanted } = input;
  const named = wanted === undefined ? undefined : await roles.offers.findVersion(offer, wanted);
  if (wanted !== undefined && named === undefined) return refused(unknownVersion(offer, wanted));
  const live = named && (await liveBeside(roles, offer, publicationId));
  if (named && live && live.offerVersion >= named.offerVersion) return refused(notNewer(named, live));
  const { offerType } = named ?? known;
  const standard = pipelineOf(offerType, kindOf(named?.document ?? known.draft));
  if (standard === undefined) return refused(unsupported(offerType));
  const version = named ?? (await roles.offers.freeze(offer, publicationId, freezing(roles, input)));
  // There was a draft a moment ago: the offer has been deleted since.
  if (version === undefined) return refused(unknownOffer(offer));
  const { offerVersion } = version;
  const publisher = await roles.publishers.find(publisherId);
  const language = input.language ?? publisher?.language ?? 'en';
  // The draft may have become another kind of offer a moment ago. Votes and delays are kept by the run: whoever changes
  // them does so for later publications.
  const frozen = pipelineOf(offerType, kindOf(version.document)) ?? standard;
  const votes = Math.max(frozen.votes, publisher?.goLiveVotes ?? 1);
  const pipeline = { ...withDelays(frozen, roles.delays), votes };

  const { abandoned } = await roles.publications.open({
    publicationId,
    runId,
    ...(firstRunId === undefined ? {} : { firstRunId }),
    offer,
    offerVersion,
    language,
    ...(requestedBy === undefined ? {} : { requestedBy }),
  });
  await releaseAll(roles, abandoned);
  const statusPage = `${roles.publicUrl}/publishers/${publisherId}/offers/${offerId}/status`;
  return { kind: 'opened', offerVersion, offerType, pipeline, language, statusPage };
}

const freezing = (
  { regions }: OpeningRoles,
  { draftEtag }: OpenPublicationInput,
): Parameters<Offers['freeze']>[2] => ({ regions, ...(draftEtag === undefined ? {} : { draftEtag }) });

/** Well below the time an attempt of this activity has. */
const deletionPatienceMs = 20_000;

/** Frees what terminated runs held. Their bytes hold up nobody: what a region that is away keeps, the sweep deletes. */
async function releaseAll(
  { releaseHolds }: OpeningRoles,
  abandoned: Awaited<ReturnType<PublicationLog['open']>>['abandoned'],
): Promise<void> {
  if (abandoned.length === 0) return;
  const deletions: Promise<void>[] = [];
  for (const terminated of abandoned) {
    const deleteBytes = await releaseHolds(terminated);
    deletions.push(
      deleteBytes().catch((error: unknown) => log.warn('Bytes are left to the sweep.', { error })),
    );
  }
  const patience = AbortSignal.timeout(deletionPatienceMs);
  const patienceOver = new Promise<void>((resolve) => patience.addEventListener('abort', () => resolve()));
  await Promise.race([Promise.all(deletions), patienceOver]);
}

/** What is live by another publication. By this one: its run was reset, and goes the same way again. */
async function liveBeside(
  { offers }: OpeningRoles,
  offer: OfferKey,
  publicationId: string,
): Promise<SlotRecord | undefined> {
  const slots = await offers.slots(offer);
  return slots.find((each) => each.slot === 'Production' && each.publicationId !== publicationId);
}

const refused = (finding: Finding): { readonly kind: 'refused'; readonly findings: readonly Finding[] } => ({
  kind: 'refused',
  findings: [finding],
});

/** What the catalogue refuses for good; anything else is worth another try. */
function refusalIn(error: unknown, { publisherId, offerId }: OpenPublicationInput): Finding | undefined {
  switch (error instanceof Error ? error.name : '') {
    // Its draft was discarded after it was frozen.
    case 'UnknownOfferError':
      return unknownOffer({ publisherId, offerId });
    case 'PublicationIdTakenError':
      return wrongInput('publicationId belongs to another publication');
    case 'DraftChangedError':
      return { ruleId: 'publication.draft-changed', severity: 'error', params: { offerId }, target: {} };
    default:
      return undefined;
  }
}

const wrongInput = (problem: string): Finding => ({
  ruleId: 'publication.wrong-input',
  severity: 'error',
  params: { problem },
  target: {},
});

const badIds = wrongInput('publisherId and offerId must be 1 to 50 lower-case letters, digits, "-" or "_"');

function unknownOffer({ publisherId, offerId }: OfferKey): Finding {
  return {
    ruleId: 'publication.unknown-offer',
    severity: 'error',
    params: { publisherId, offerId },
    target: {},
  };
}

function unknownVersion({ offerId }: OfferKey, offerVersion: number): Finding {
  return {
    ruleId: 'publication.unknown-version',
    severity: 'error',
    params: { offerId, offerVersion },
    target: {},
  };
}

function notNewer({ offerId, offerVersion }: OfferVersionRecord, live: SlotRecord): Finding {
  return {
    ruleId: 'publication.version-not-newer',
    severity: 'error',
    params: { offerId, offerVersion, live: live.offerVersion },
    target: {},
    expected: `> ${live.offerVersion}`,
    actual: String(offerVersion),
  };
}

function unsupported(offerType: string): Finding {
  return {
    ruleId: 'publication.unsupported-offer-type',
    severity: 'error',
    params: { offerType: offerType.slice(0, 100) },
    target: { pointer: '/offerTypeId' },
  };
}
