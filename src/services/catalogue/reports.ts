import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ReportRecord, Reports } from '../ports';
import type { Connection } from './connection';
import { toJson, toText } from './json';

const columns = [
  'reportId',
  'subject',
  'ruleSetVersion',
  'verdict',
  'findings',
  'createdAt',
  'validUntil',
] as const;

export const reportsIn = (db: Connection): Reports => ({
  async save({ subject, ruleSetVersion, verdict, findings, validUntil }) {
    const findingsJson = toJson(findings);
    return db
      .insertInto('report')
      .values({
        reportId: reportIdOf([subject, ruleSetVersion, verdict, findingsJson]),
        subject: toText(subject),
        ruleSetVersion,
        verdict,
        findings: findingsJson,
        validUntil,
      })
      .onConflict((conflict) =>
        conflict.column('reportId').doUpdateSet({
          validUntil: sql`greatest(report.valid_until, excluded.valid_until)`,
          confirmedAt: sql`clock_timestamp()`,
        }),
      )
      .returning(columns)
      .executeTakeFirstOrThrow();
  },

  find: (reportId) =>
    db.selectFrom('report').select(columns).where('reportId', '=', reportId).executeTakeFirst(),

  findValid: (subject, ruleSetVersion) =>
    db
      .selectFrom('report')
      .select(columns)
      .where('subject', '=', toText(subject))
      .where('ruleSetVersion', '=', ruleSetVersion)
      .where('validUntil', '>', sql<string>`now()`)
      .orderBy('confirmedAt', 'desc')
      .limit(1)
      .executeTakeFirst(),
});

/** The same judgement has the same id, whoever makes it and however often. */
function reportIdOf(content: readonly string[]): ReportRecord['reportId'] {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
