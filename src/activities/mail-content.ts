import { allFindings } from '../domain/certification/all-findings';
import type { Finding } from '../domain/certification/finding';
import { reportPath } from '../domain/certification/report/report-path';
import { marketplaceKey, offerFieldsOf } from '../domain/offer/parts';
import { scenariosOf } from '../domain/product-page/scenarios';
import { linksNow } from '../domain/product-page/storefront-links';
import { currentStepOf } from '../domain/publication/current-step';
import { evolve } from '../domain/publication/evolve';
import type { PublicationStatus } from '../domain/publication/status';
import { markUnverified } from '../domain/publication/unverified';
import type { PreviewLink } from '../domain/text/mails/mail-facts';
import { type ComposedMail, composeMail, recipientsOf, showsPreview } from '../domain/text/mails/mails';
import type {
  Certifications,
  Offers,
  OfferVersionRecord,
  Operations,
  PublicationLog,
  Reports,
} from '../services/ports';
import type { MailInput } from './contract';
import { type PreviewLinkRoles, personalPreviewLinks } from './personal-preview-links';
import { permanentFailure } from './permanent-failure';

export type MailContentRoles = PreviewLinkRoles & {
  readonly publications: Pick<PublicationLog, 'find'>;
  readonly operations: Pick<Operations, 'actorsOf'>;
  readonly reports: Pick<Reports, 'find'>;
  readonly certifications: Pick<Certifications, 'find'>;
  readonly offers: Pick<Offers, 'findVersion'>;
  /** Where people reach the pages, without a slash at the end. */
  readonly publicUrl: string;
  /** A run's page in the Temporal UI, where there is one. */
  readonly temporalPage?: (publication: {
    readonly publisherId: string;
    readonly offerId: string;
    readonly runId: string;
  }) => string;
};

/** The publication as the log tells it. `runId` is empty when it never got as far as the log. */
export type Told = { readonly status: PublicationStatus; readonly runId: string };

export async function publicationTold(
  { publications, operations }: MailContentRoles,
  input: MailInput,
): Promise<Told> {
  // A refused start tells of itself, even one that came with the id of a publication that exists.
  const isRefused = input.event === 'startRefused';
  const record = isRefused ? undefined : await publications.find(input.publicationId);
  if (record !== undefined) {
    // As on pages: a name that nobody vouched for is said to be a claim.
    const actors = await operations.actorsOf([record.publicationId]);
    return { status: markUnverified(record.status, actors), runId: record.runId };
  }
  // A refused start (no such offer, foreign workflow id) has no log: its findings come with the request.
  if (input.findings !== undefined) return { status: refusedStart(input, input.findings), runId: '' };
  throw permanentFailure('NoSuchPublication', `There is no publication ${input.publicationId}.`);
}

/** The whole mail, written now: with the findings of the report, and with links that are made for it. */
export async function mailAbout(
  roles: MailContentRoles,
  input: MailInput,
  told: Told,
): Promise<ComposedMail> {
  const { publicationId, publisherId, offerId, event, number } = input;
  const status = { ...told.status, ...linksNow(roles.publicUrl, told.status) };
  const step = input.step ?? currentStepOf(status);
  const offer = { publisherId, offerId };
  const version =
    status.offerVersion === null ? undefined : await roles.offers.findVersion(offer, status.offerVersion);
  const certified = await roles.certifications.find(publicationId);
  const pages = `${roles.publicUrl}/publishers/${publisherId}/offers/${offerId}`;
  return composeMail({
    event,
    number,
    step,
    status,
    // Operators and reviewers share one inbox and one language; publishers choose theirs.
    language: recipientsOf(event) === 'publisher' ? status.language : 'en',
    offerTitle: titleOf(version) ?? `${publisherId}/${offerId}`,
    findings: await findingsOf(roles, status, step),
    ...(input.reason === undefined ? {} : { reason: input.reason }),
    scenarios: version === undefined ? [] : scenariosOf(version.document),
    links: {
      status: `${pages}/status`,
      support: `${pages}/support?${new URLSearchParams({ publication: publicationId, step }).toString()}`,
      review: `${pages}/review`,
      site: roles.publicUrl,
      ...(certified && { certificationReport: `${roles.publicUrl}${reportPath(certified)}` }),
      previews: await previewsOf(roles, input, { status, version }),
      ...(roles.temporalPage === undefined || told.runId === ''
        ? {}
        : { temporal: roles.temporalPage({ ...offer, runId: told.runId }) }),
    },
  });
}

/** All findings of a step: the status keeps those that travel, the report has them all. */
async function findingsOf(
  { reports }: MailContentRoles,
  { steps }: PublicationStatus,
  stepId: string,
): Promise<readonly Finding[]> {
  const step = steps.find(({ id }) => id === stepId);
  const report = step?.reportId === undefined ? undefined : await reports.find(step.reportId);
  return allFindings(step?.findings ?? [], report?.findings);
}

async function previewsOf(
  roles: MailContentRoles,
  { event }: MailInput,
  {
    status,
    version,
  }: { readonly status: PublicationStatus; readonly version: OfferVersionRecord | undefined },
): Promise<readonly PreviewLink[]> {
  const [preview] = status.previewLinks;
  if (!showsPreview(event) || preview === undefined || version === undefined) return [];
  return personalPreviewLinks(roles, version, preview.uri);
}

/** Also of a version that failed validation. */
function titleOf(version: OfferVersionRecord | undefined): string | undefined {
  if (version === undefined) return undefined;
  const title = offerFieldsOf(version.document)[marketplaceKey('title')];
  return typeof title === 'string' && title.trim() !== '' ? title : undefined;
}

function refusedStart(input: MailInput, findings: readonly Finding[]): PublicationStatus {
  const { publicationId, publisherId, offerId, language = 'en', step = 'displaydummycertify' } = input;
  const at = new Date().toISOString();
  const started = evolve(undefined, {
    kind: 'started',
    at,
    publicationId,
    publisherId,
    offerId,
    language,
    requestedBy: null,
  });
  const reported = evolve(started, { kind: 'findingsReported', at, step, findings });
  return evolve(reported, { kind: 'stepChanged', at, step, status: 'blocked' });
}
