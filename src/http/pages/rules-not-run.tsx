import type { FC } from 'hono/jsx';
import type { TestResult } from '../../domain/certification/test-result';
import { notRunText } from '../../domain/text/findings/not-run';
import type { Words } from '../words/words';

type RulesNotRunProps = {
  /** Of the element: who has unfolded it keeps it so when the page comes up to date. */
  readonly id: string;
  readonly judged: readonly { readonly name: string; readonly tests: readonly TestResult[] }[];
  readonly words: Words;
};

/** Rules that say nothing of what was judged, by reason: folded, because most of them have nothing to judge. */
export const RulesNotRun: FC<RulesNotRunProps> = ({ id, judged, words }) => {
  const parts = judged
    .map(({ name, tests }) => ({ name, notRun: tests.filter(({ result }) => result === 'notRun') }))
    .filter(({ notRun }) => notRun.length > 0);
  if (parts.length === 0) return null;
  const count = parts.reduce((sum, { notRun }) => sum + notRun.length, 0);
  return (
    <details class="not-run" id={id}>
      <summary>{words.say('notRun', { count })}</summary>
      {parts.map(({ name, notRun }) => (
        <>
          <p>
            <strong>{name}</strong>
          </p>
          <ul>
            {byReason(notRun, words).map(([why, ruleIds]) => (
              <li>
                {why}: <RuleLinks ruleIds={ruleIds} />
              </li>
            ))}
          </ul>
        </>
      ))}
    </details>
  );
};

const RuleLinks: FC<{ readonly ruleIds: readonly string[] }> = ({ ruleIds }) => (
  <>
    {ruleIds.map((ruleId, index) => (
      <>
        {index > 0 && ', '}
        <a href={`/docs/rules#${ruleId}`}>
          <code>{ruleId}</code>
        </a>
      </>
    ))}
  </>
);

/** In the order of the rules. */
function byReason(
  notRun: readonly TestResult[],
  { language }: Words,
): readonly (readonly [why: string, ruleIds: readonly string[]])[] {
  const found = new Map<string, string[]>();
  for (const { ruleId, why } of notRun) {
    const text = notRunText(why, language);
    found.set(text, [...(found.get(text) ?? []), ruleId]);
  }
  return [...found];
}
