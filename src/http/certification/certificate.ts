import { reportPath } from '../../domain/certification/report/report-path';
import type { CertificationRecord } from '../../services/ports';
import type { AppDeps } from '../deps';

/** What a publication's certification rests on, and where the signed report is fetched. */
export type Certificate = Pick<
  CertificationRecord,
  'digest' | 'at' | 'verdict' | 'validUntil' | 'ruleSets' | 'exceptions'
> & {
  /** From the API's root; for whoever may read the publication. */
  readonly report: string;
};

/** Null until everything that the publication brought has been judged. */
export async function certificateOf(
  { catalogue }: Pick<AppDeps, 'catalogue'>,
  publicationId: string,
): Promise<Certificate | null> {
  const record = await catalogue.certifications.find(publicationId);
  if (record === undefined) return null;
  const { digest, at, verdict, validUntil, ruleSets, exceptions } = record;
  return { digest, at, verdict, validUntil, ruleSets, exceptions, report: reportPath(record) };
}
