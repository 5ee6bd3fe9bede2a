import { activityInfo } from '@temporalio/activity';
import { type Finding, judge } from '../../domain/certification/finding';
import type { Clock, ReportRecord, Reports } from '../../services/ports';

export type JudgeRoles = { readonly reports: Pick<Reports, 'save' | 'findValid'>; readonly clock: Clock };

/** One set of rules, and what it finds in the bytes at hand. */
export type Judging = {
  readonly ruleSetVersion: string;
  readonly judge: (at: Date) => Promise<Judged>;
};

export type Judged = {
  readonly findings: readonly Finding[];
  /** From then on the same rules may find something else in the same bytes. */
  readonly validUntil: Date;
};

type Judgement = {
  readonly report: ReportRecord;
  /** ISO time of the earlier certification that was found. */
  readonly foundFrom?: string;
};

/** The report on these bytes under these rules: the one that is still valid, or a new one. */
export async function judgeBytes(
  { reports, clock }: JudgeRoles,
  digest: string,
  { ruleSetVersion, judge: judgeAt }: Judging,
): Promise<Judgement> {
  const found = await reports.findValid(digest, ruleSetVersion);
  if (found) return isEarlier(found) ? { report: found, foundFrom: found.createdAt } : { report: found };
  const { findings, validUntil } = await judgeAt(clock());
  const report = await reports.save({
    subject: digest,
    ruleSetVersion,
    verdict: judge(findings),
    findings,
    validUntil: validUntil.toISOString(),
  });
  return { report };
}

/** What an earlier attempt of this same activity judged was done now, not found. */
function isEarlier({ createdAt }: ReportRecord): boolean {
  return Date.parse(createdAt) < activityInfo().scheduledTimestampMs;
}
