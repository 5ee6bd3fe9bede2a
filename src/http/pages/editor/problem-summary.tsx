import type { FC } from 'hono/jsx';
import { type Finding, judge } from '../../../domain/certification/finding';
import { findingText } from '../../../domain/text/findings/findings';
import { Icon } from '../icon';
import { type FormContext, placeOf } from './view';

type ProblemSummaryProps = { readonly findings: readonly Finding[]; readonly context: FormContext };

/** Everything that keeps the offer from being published, each with a link to its place in the form. */
export const ProblemSummary: FC<ProblemSummaryProps> = ({ findings, context }) => {
  const { words, places } = context;
  const isBlocked = judge(findings) === 'failed';
  if (findings.length === 0) return <></>;
  const count = findings.length;
  return (
    <section class={`problem-summary ${isBlocked ? 'blocked' : ''}`} aria-labelledby="problems" role="alert">
      <h2 id="problems" tabindex={-1}>
        <Icon name="warning" /> {words.say(isBlocked ? 'editor.problems' : 'editor.warnings', { count })}
      </h2>
      {isBlocked && <p>{words.say('editor.problemsHelp')}</p>}
      <ul>
        {findings.map((finding) => (
          <li>
            <a href={`#${placeOf(finding, places)}`} data-place>
              {findingText(finding, words.language).message}
            </a>
            {finding.target.plan !== undefined && <span class="quiet"> {finding.target.plan}</span>}
          </li>
        ))}
      </ul>
      <p class="links">
        <a href="/docs/rules">{words.say('rulesLink')}</a> <a href="/docs/leads">{words.say('leadsLink')}</a>
      </p>
    </section>
  );
};
