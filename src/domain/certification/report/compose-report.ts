import { earliest } from '../earliest';
import type { Finding, Verdict } from '../finding';
import type { TestResult } from '../test-result';
import type { CertificationReport, CertifiedInput, ReportedException } from './report-schema';

/** One input as its own activity certified it. */
export type CertifiedPart = Omit<CertifiedInput, 'tests' | 'findings'> & {
  /** ISO time at which this publication asked for it. */
  readonly certifiedAt: string;
  readonly tests: readonly TestResult[];
  readonly findings: readonly Finding[];
};

export type ReportSubject = Pick<
  CertificationReport,
  'publicationId' | 'publisherId' | 'offerId' | 'offerVersion'
>;

/** The name of the part that every offer has. */
export const documentPart = 'offer';

/**
 * The report over these parts. The same parts give the same report, in whichever order they came, so that making it
 * again changes nothing.
 */
export function composeReport(
  subject: ReportSubject,
  unsorted: readonly CertifiedPart[],
): CertificationReport {
  const parts = unsorted.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const exceptions = exceptionsOf(parts);
  const dates = [...parts.map(({ validUntil }) => validUntil), ...exceptions.map(({ until }) => until)];
  return {
    schema: 'certification-report/1',
    ...subject,
    at:
      parts
        .map(({ certifiedAt }) => certifiedAt)
        .toSorted()
        .at(-1) ?? '',
    verdict: worstOf(parts),
    validUntil: earliest(dates.flatMap((date) => (date === null ? [] : [date]))) ?? null,
    ruleSets: [...new Set(parts.map(({ ruleSet }) => ruleSet))].toSorted(),
    inputs: parts.map(({ certifiedAt: _certifiedAt, ...part }) => part),
    exceptions,
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
