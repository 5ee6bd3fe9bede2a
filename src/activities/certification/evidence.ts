import type { CertifiedPart } from '../../domain/certification/report/certified-part';
import {
  composeReport,
  documentPart,
  type ReportSubject,
} from '../../domain/certification/report/compose-report';
import { sealReport } from '../../domain/certification/report/dsse';
import { artefactsOf } from '../../domain/offer/artefacts';
import type {
  BlobStore,
  Certifications,
  Digests,
  OfferVersionRecord,
  Reviews,
  Signer,
} from '../../services/ports';
import { sha256Of } from '../sha256-of';

export type EvidenceRoles = ReportRoles & { readonly certifications: Pick<Certifications, 'addPart'> };

type ReportRoles = {
  readonly certifications: Pick<Certifications, 'save'>;
  readonly reviews: Pick<Reviews, 'listOf'>;
  readonly staging: Pick<BlobStore, 'writeBlock'>;
  readonly signer: Pick<Signer, 'sign'>;
  readonly digests: Digests;
};

/** Signed reports lie in staging below this, under the digest of their bytes. */
export const reportsPrefix = 'reports/';

type Certified = { readonly part: CertifiedPart; readonly version: Pick<OfferVersionRecord, 'document'> };

/**
 * Keeps what one input of a publication turned out to be. Whoever brings the last of them makes the report over all. A
 * repeated part makes the same bytes again, so that a death in between costs nothing.
 */
export async function keepEvidence(
  roles: EvidenceRoles,
  { publicationId, publisherId, offerId, offerVersion }: ReportSubject,
  { part, version }: Certified,
): Promise<void> {
  const parts = await roles.certifications.addPart(publicationId, part);
  const artefacts = artefactsOf(version.document).map(({ artefactId }) => artefactId);
  // The document was judged before them; an offer of text has nothing else.
  const expected = artefacts.length === 0 ? [documentPart] : artefacts;
  if (!expected.every((name) => parts.some((each) => each.name === name))) return;
  await keepReport(roles, { publicationId, publisherId, offerId, offerVersion }, parts);
}

export type ApprovedEvidenceRoles = ReportRoles & {
  readonly certifications: Pick<Certifications, 'find' | 'partsOf'>;
};

/** Makes a publication's report anew, so that it names who approved what; nothing where there is none. */
export async function keepApproval(roles: ApprovedEvidenceRoles, publicationId: string): Promise<void> {
  const { certifications } = roles;
  const record = await certifications.find(publicationId);
  if (record === undefined) return;
  const { publisherId, offerId, offerVersion } = record;
  const parts = await certifications.partsOf(publicationId);
  await keepReport(roles, { publicationId, publisherId, offerId, offerVersion }, parts);
}

/** Signs and stores it: first the bytes under their digest, then the row that names them. */
async function keepReport(
  roles: ReportRoles,
  subject: ReportSubject,
  parts: readonly CertifiedPart[],
): Promise<void> {
  const report = composeReport(subject, parts, await roles.reviews.listOf(subject));
  const envelope = sealReport(report, (bytes) => roles.signer.sign(bytes));
  const digest = sha256Of(roles.digests, envelope);
  const content = Buffer.from(envelope);
  await roles.staging.writeBlock(`${reportsPrefix}${digest}`, content, 'application/vnd.dsse+json');
  const { at, validUntil, verdict, ruleSets, exceptions } = report;
  const told = { at, validUntil, verdict, ruleSets, exceptions };
  await roles.certifications.save({ ...subject, ...told, digest, bytes: content.length });
}
