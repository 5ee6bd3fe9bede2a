import {
  type CertifiedPart,
  composeReport,
  documentPart,
  type ReportSubject,
} from '../../domain/certification/report/compose-report';
import { sealReport } from '../../domain/certification/report/dsse';
import { artefactsOf } from '../../domain/offer/artefacts';
import type { BlobStore, Certifications, Digests, OfferVersionRecord, Signer } from '../../services/ports';
import { sha256Of } from '../sha256-of';

export type EvidenceRoles = {
  readonly certifications: Pick<Certifications, 'addPart' | 'save'>;
  readonly staging: Pick<BlobStore, 'writeBlock'>;
  readonly signer: Pick<Signer, 'sign'>;
  readonly digests: Digests;
};

/** Signed reports lie in staging below this, under the digest of their bytes. */
export const reportsPrefix = 'reports/';

type Certified = { readonly part: CertifiedPart; readonly version: Pick<OfferVersionRecord, 'document'> };

/**
 * Keeps what one input of a publication turned out to be. Whoever brings the last of them makes the report over all,
 * signs and stores it: first the bytes under their digest, then the row that names them. A repeated part makes the
 * same bytes again, so that a death in between costs nothing.
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
  const subject: ReportSubject = { publicationId, publisherId, offerId, offerVersion };
  const report = composeReport(subject, parts);
  const envelope = sealReport(report, (bytes) => roles.signer.sign(bytes));
  const digest = sha256Of(roles.digests, envelope);
  const content = Buffer.from(envelope);
  await roles.staging.writeBlock(`${reportsPrefix}${digest}`, content, 'application/vnd.dsse+json');
  const { at, validUntil, verdict, ruleSets, exceptions } = report;
  const told = { at, validUntil, verdict, ruleSets, exceptions };
  await roles.certifications.save({ ...subject, ...told, digest, bytes: content.length });
}
