import { activityInfo } from '@temporalio/activity';
import type { DiskRole } from '../../domain/certification/disk-role';
import { judge } from '../../domain/certification/finding';
import { imageFactsSchema } from '../../domain/certification/image-facts-schema';
import { validUntil } from '../../domain/certification/report-validity';
import { ruleSetVersionOf } from '../../domain/certification/rule-set-version';
import { imageRules } from '../../domain/certification/rule-table';
import { runRules } from '../../domain/certification/run-rules';
import type { Artefact } from '../../domain/replication/artefact';
import type { Clock, ReportRecord, Reports } from '../../services/ports';

export type JudgeRoles = { readonly reports: Pick<Reports, 'save' | 'findValid'>; readonly clock: Clock };

type Judgement = {
  readonly report: ReportRecord;
  /** ISO time of the earlier certification that was found. */
  readonly foundFrom?: string;
};

/** The report on these bytes as this kind of disk: the one that is still valid, or a new one. */
export async function judgeImage(
  { reports, clock }: JudgeRoles,
  { digest, facts }: Artefact,
  role: DiskRole,
): Promise<Judgement> {
  const ruleSetVersion = ruleSetVersionOf(role);
  const found = await reports.findValid(digest, ruleSetVersion);
  if (found) return isEarlier(found) ? { report: found, foundFrom: found.createdAt } : { report: found };
  const findings = runRules(imageFactsSchema.parse(facts['image']), imageRules[role]);
  const report = await reports.save({
    subject: digest,
    ruleSetVersion,
    verdict: judge(findings),
    findings,
    validUntil: validUntil(clock()).toISOString(),
  });
  return { report };
}

/** What an earlier attempt of this same activity judged was done now, not found. */
function isEarlier({ createdAt }: ReportRecord): boolean {
  return Date.parse(createdAt) < activityInfo().scheduledTimestampMs;
}
