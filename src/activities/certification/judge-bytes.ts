import { activityInfo } from '@temporalio/activity';
import { earliest } from '../../domain/certification/earliest';
import type { CertificationException } from '../../domain/certification/exceptions/exception';
import { withExceptions } from '../../domain/certification/exceptions/with-exceptions';
import { judge } from '../../domain/certification/finding';
import type { RulesOutcome } from '../../domain/certification/run-rules';
import type { Clock, ReportRecord, Reports } from '../../services/ports';

export type JudgeRoles = { readonly reports: Pick<Reports, 'save' | 'findValid'>; readonly clock: Clock };

/** One set of rules, and what it says of the bytes at hand. */
export type Judging = {
  readonly ruleSetVersion: string;
  readonly judge: (at: Date) => Promise<Judged>;
};

export type Judged = RulesOutcome & {
  /** From then on the same rules may find something else in the same bytes. */
  readonly validUntil: Date;
};

export type JudgedBytes = {
  readonly digest: string;
  /** In force for whoever publishes them. */
  readonly exceptions: readonly CertificationException[];
};

export type Judgement = {
  readonly report: ReportRecord;
  /** ISO time of the earlier certification that was found. */
  readonly foundFrom?: string;
};

/** The report on these bytes under these rules and exceptions: the one that is still valid, or a new one. */
export async function judgeBytes(
  { reports, clock }: JudgeRoles,
  { digest, exceptions }: JudgedBytes,
  { ruleSetVersion, judge: judgeAt }: Judging,
): Promise<Judgement> {
  const exceptionIds = exceptions.map(({ exceptionId }) => exceptionId).toSorted();
  const found = await reports.findValid(digest, ruleSetVersion, exceptionIds);
  // One of an earlier release does not tell what came of every rule.
  if (found?.tests)
    return isEarlier(found) ? { report: found, foundFrom: found.createdAt } : { report: found };
  const { findings: own, tests, validUntil } = await judgeAt(clock());
  const findings = withExceptions(own, exceptions);
  const believed = validUntil.toISOString();
  const report = await reports.save({
    subject: digest,
    ruleSetVersion,
    verdict: judge(findings),
    findings,
    tests,
    exceptionIds,
    validUntil: earliest([believed, ...exceptions.map(({ until }) => until)]) ?? believed,
  });
  return { report };
}

/** What an earlier attempt of this same activity judged was done now, not found. */
function isEarlier({ createdAt }: ReportRecord): boolean {
  return Date.parse(createdAt) < activityInfo().scheduledTimestampMs;
}
