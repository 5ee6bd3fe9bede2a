import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ReportRecord, Reports } from '../../ports';
import type { Connection } from '../database/connection';
import { toJson, toText } from '../database/json';

const columns = [
  'reportId',
  'subject',
  'ruleSetVersion',
  'verdict',
  'findings',
  'tests',
  'exceptionIds',
  'createdAt',
  'validUntil',
] as const;

export const reportsIn = (db: Connection): Reports => ({
  async save({ subject, ruleSetVersion, verdict, findings, tests = null, exceptionIds = [], validUntil }) {
    const findingsJson = toJson(findings);
    const testsJson = tests === null ? null : toJson(tests);
    const excepted = exceptionIds.length === 0 ? [] : [JSON.stringify(exceptionIds)];
    return db
      .insertInto('report')
      .values({
        reportId: reportIdOf([subject, ruleSetVersion, verdict, findingsJson, ...excepted]),
        subject: toText(subject),
        ruleSetVersion,
        verdict,
        findings: findingsJson,
        tests: testsJson,
        exceptionIds: toJson(exceptionIds),
        validUntil,
      })
      .onConflict((conflict) =>
        conflict.column('reportId').doUpdateSet({
          tests: sql`coalesce(excluded.tests, report.tests)`,
          validUntil: sql`greatest(report.valid_until, excluded.valid_until)`,
          // What had run out was judged anew.
          createdAt: sql`case when report.valid_until > now() then report.created_at else now() end`,
          confirmedAt: sql`clock_timestamp()`,
        }),
      )
      .returning(columns)
      .executeTakeFirstOrThrow();
  },

  find: (reportId) =>
    db.selectFrom('report').select(columns).where('reportId', '=', reportId).executeTakeFirst(),

  findValid: (subject, ruleSetVersion, exceptionIds = []) =>
    db
      .selectFrom('report')
      .select(columns)
      .where('subject', '=', toText(subject))
      .where('ruleSetVersion', '=', ruleSetVersion)
      .where(sql<boolean>`exception_ids = ${toJson(exceptionIds)}::jsonb`)
      .where('validUntil', '>', sql<string>`now()`)
      .orderBy('confirmedAt', 'desc')
      .limit(1)
      .executeTakeFirst(),
});

/** The same judgement has the same id, whoever makes it and however often. */
function reportIdOf(content: readonly string[]): ReportRecord['reportId'] {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
