import { activityInfo } from '@temporalio/activity';
import { reportPath } from '../domain/certification/report/report-path';
import { offerTitle } from '../domain/offer/listing';
import type { PublicationStatus } from '../domain/publication/status';
import { comparedVersion } from '../domain/review/compared-version';
import { usualReview } from '../domain/publication/pipelines/patience';
import type {
  Artefacts,
  Certifications,
  Clock,
  Offers,
  OfferVersionRecord,
  PublicationLog,
  ReviewBoard,
  ReviewRequest,
  Reviews,
} from '../services/ports';
import { closeOnBoard } from './close-review';
import type { ControlActivities, PublicationRef } from './contract';
import { changesSince } from './review/changes-since';
import { unusable } from './review/unusable';
import { orRefused } from './slot-refusals';

export type OpenReviewRoles = {
  readonly offers: Pick<Offers, 'findVersion' | 'revealSecrets' | 'slots'>;
  readonly artefacts: Pick<Artefacts, 'bindings'>;
  readonly certifications: Pick<Certifications, 'find'>;
  readonly publications: Pick<PublicationLog, 'find'>;
  readonly reviews: Pick<Reviews, 'open' | 'settle' | 'boardTold' | 'listOf' | 'packagesOf'>;
  readonly reviewBoard: ReviewBoard;
  readonly clock: Clock;
  /** Where people reach the pages, without a slash at the end. */
  readonly publicUrl: string;
};

type Asked = Parameters<ControlActivities['openReview']>[0];

/**
 * Gathers what reviewers decide about and gives it to their board. It stands in the catalogue first, so that our own
 * page shows it whatever the board; a retry finds both.
 */
export const openReviewActivities = (roles: OpenReviewRoles): Pick<ControlActivities, 'openReview'> => ({
  async openReview(asked) {
    const { reviews, reviewBoard } = roles;
    const status = await openedPublication(roles, asked);
    const { request, version } = await requestOf(roles, asked, status);
    const { escalationAfterMs } = status.pipeline?.review ?? usualReview;
    const { page: _page, certificationReport: _report, ...described } = request;
    const item = await orRefused(
      reviews.open({
        ...described,
        board: reviewBoard.name,
        offerType: version.offerType,
        dueAt: new Date(roles.clock().getTime() + escalationAfterMs).toISOString(),
        askedAt: new Date(activityInfo().scheduledTimestampMs).toISOString(),
      }),
    );
    if (item.workItem !== null) {
      await closeOnBoard(roles, item);
      return { workItem: item.workItem };
    }
    const workItem = await reviewBoard.open(request);
    const settled = await reviews.settle(asked, workItem);
    // Nobody waits for an attempt that timed out, so its review may have been withdrawn before the board knew of it.
    if (settled !== undefined) await closeOnBoard(roles, settled);
    return { workItem };
  },
});

/** The log is written beside the story: what the publisher said at the start may come a moment later. */
async function openedPublication(
  { publications }: OpenReviewRoles,
  { publicationId }: PublicationRef,
): Promise<PublicationStatus> {
  const status = (await publications.find(publicationId))?.status;
  if (status === undefined || status.pipeline === null)
    throw new Error(`The log of publication ${publicationId} does not tell how it began yet.`);
  return status;
}

type Gathered = { readonly request: ReviewRequest; readonly version: OfferVersionRecord };

async function requestOf(
  roles: OpenReviewRoles,
  { publicationId, publisherId, offerId, offerVersion, step, signedOffBy }: Asked,
  status: PublicationStatus,
): Promise<Gathered> {
  const offer = { publisherId, offerId };
  const version = await roles.offers.findVersion(offer, offerVersion);
  if (version === undefined) throw unusable(offer, offerVersion);
  const slots = await roles.offers.slots(offer);
  const shown = slots.find((slot) => slot.slot === 'Preview' && slot.publicationId === publicationId);
  const live = slots.find((slot) => slot.slot === 'Production');
  const reportIds = await reportsOf(roles, version, status);
  const reviews = await roles.reviews.listOf(offer);
  const certified = await roles.certifications.find(publicationId);
  const request: ReviewRequest = {
    ...offer,
    publicationId,
    step,
    offerVersion,
    title: offerTitle(version.document, offerId),
    packageDigest: shown?.packageDigest ?? null,
    reportIds,
    changes: await changesSince(
      roles,
      version,
      comparedVersion(reviews, { step, offerVersion, liveVersion: live?.offerVersion }),
    ),
    ...(status.certificationNotes === undefined ? {} : { certificationNotes: status.certificationNotes }),
    signedOffBy,
    ...(certified && { certificationReport: `${roles.publicUrl}${reportPath(certified)}` }),
    page: `${roles.publicUrl}/publishers/${publisherId}/offers/${offerId}/review`,
  };
  return { request, version };
}

/** Those of the artefacts, and those that steps have shown so far. */
async function reportsOf(
  { artefacts }: OpenReviewRoles,
  version: OfferVersionRecord,
  { steps }: PublicationStatus,
): Promise<readonly string[]> {
  const bound = await artefacts.bindings(version, version.offerVersion);
  const told = steps.flatMap(({ reportId }) => (reportId === undefined ? [] : [reportId]));
  return [...new Set([...bound.map(({ reportId }) => reportId), ...told])];
}
