import type { DecidedReview } from '../../review/standing-approval';
import { earliest } from '../earliest';
import type { Verdict } from '../finding';
import { approvalsOf } from './approvals';
import type { CertifiedPart } from './certified-part';
import type { CertificationReport, ReportedException } from './report-schema';

export type ReportSubject = Pick<
  CertificationReport,
  'publicationId' | 'publisherId' | 'offerId' | 'offerVersion'
>;

/** The name of the part that every offer has. */
export const documentPart = 'offer';

/**
 * The report over these parts and what the offer's reviewers have decided by now. The same parts and decisions give the
 * same report, in whichever order they came, so that making it again changes nothing; an approval makes it a later one.
 */
export function composeReport(
  subject: ReportSubject,
  unsorted: readonly CertifiedPart[],
  reviews: readonly DecidedReview[],
): CertificationReport {
  const parts = unsorted.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const exceptions = exceptionsOf(parts);
  const approvals = approvalsOf(parts, reviews);
  const dates = [
    ...parts.map(({ validUntil }) => validUntil),
    ...[...exceptions, ...approvals].map(({ until }) => until),
  ];
  const times = [...parts.map(({ certifiedAt }) => certifiedAt), ...approvals.map(({ at }) => at)];
  return {
    schema: 'certification-report/1',
    ...subject,
    at: times.toSorted().at(-1) ?? '',
    verdict: worstOf(parts),
    validUntil: earliest(dates.flatMap((date) => (date === null ? [] : [date]))) ?? null,
    ruleSets: [...new Set(parts.map(({ ruleSet }) => ruleSet))].toSorted(),
    inputs: parts.map(({ certifiedAt: _certifiedAt, reportId: _reportId, ...part }) => part),
    exceptions,
    ...(approvals.length === 0 ? {} : { approvals }),
  };
}

function exceptionsOf(parts: readonly CertifiedPart[]): readonly ReportedException[] {
  const applied = parts
    .flatMap(({ findings }) => findings)
    .flatMap(({ ruleId, exception }) => (exception === undefined ? [] : [{ ruleId, ...exception }]));
  const unique = new Map(applied.map((exception) => [exception.exceptionId, exception]));
  return [...unique.values()].toSorted((one, other) => (one.exceptionId < other.exceptionId ? -1 : 1));
}

const byWeight: readonly Verdict[] = ['failed', 'reviewRequired', 'passed'];

const worstOf = (parts: readonly CertifiedPart[]): Verdict =>
  byWeight.find((verdict) => parts.some((part) => part.verdict === verdict)) ?? 'passed';
