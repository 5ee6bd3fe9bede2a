import type { FC } from 'hono/jsx';
import { timeText } from '../../domain/text/quantity';
import type { ReportRecord } from '../../services/ports';
import { Layout } from '../pages/layout';
import { RulesNotRun } from '../pages/rules-not-run';
import { FindingList } from '../pages/status/finding-list';
import type { Words } from '../words/words';
import type { PageVisit } from './visit';

type ReportPageProps = { readonly report: ReportRecord; readonly visit: PageVisit; readonly words: Words };

/** The summary behind the certified mark. */
export const ReportPage: FC<ReportPageProps> = ({ report, visit, words }) => {
  const { say, language } = words;
  const rows: readonly (readonly [string, string])[] = [
    [say('verdict'), say(`verdict.${report.verdict}`)],
    [say('digest'), report.subject],
    [say('ruleSet'), report.ruleSetVersion],
    [say('judged'), timeText(report.createdAt, language)],
    [say('validUntil'), timeText(report.validUntil, language)],
  ];
  return (
    <Layout title={say('report')} words={words} outside query={visit.query.replace(/^\?/, '')}>
      <h1>{say('report')}</h1>
      <dl class="facts card">
        {rows.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <h2>{say('findings')}</h2>
      {report.findings.length === 0 ? (
        <p>{say('noFindings')}</p>
      ) : (
        <FindingList findings={report.findings} words={words} />
      )}
      <RulesNotRun
        id="not-run"
        judged={[{ name: report.subject, tests: report.tests ?? [] }]}
        words={words}
      />
      <p>
        <a href={`${visit.base}${visit.query}`}>{say('backToProduct')}</a>
      </p>
    </Layout>
  );
};
