import type { FC } from 'hono/jsx';
import { describedRules } from '../../domain/certification/rule-index';
import { findingExamples } from '../../domain/text/examples/finding-examples';
import { findingText, findingTexts } from '../../domain/text/findings/findings';
import type { Text } from '../../domain/text/language';
import type { Words } from '../words/words';
import { Layout } from './layout';

/** Every rule an offer is checked by: what is wrong when it is broken, and what to do. Findings link here. */
export const RulesPage: FC<{ readonly words: Words }> = ({ words }) => {
  const ruleIds = Object.keys(findingTexts);
  const groups = [...new Set(ruleIds.map(groupOf))];
  return (
    <Layout title={words.say('rules')} words={words} current="rules">
      <h1>{words.say('rules')}</h1>
      <p class="prose">{words.say('rulesHelp')}</p>
      <nav class="toc" aria-label={words.say('rules')}>
        {groups.map((group) => (
          <a href={`#group-${group}`}>
            <code>{group}</code>
          </a>
        ))}
      </nav>
      {groups.map((group) => (
        <section aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{group}</h2>
          {ruleIds
            .filter((ruleId) => groupOf(ruleId) === group)
            .map((ruleId) => (
              <Rule ruleId={ruleId} words={words} />
            ))}
        </section>
      ))}
    </Layout>
  );
};

const groupOf = (ruleId: string): string => ruleId.split('.')[0] ?? ruleId;

const Rule: FC<{ readonly ruleId: string; readonly words: Words }> = ({ ruleId, words }) => {
  const { language } = words;
  const text = findingTexts[ruleId];
  const example = examples.get(ruleId);
  if (text === undefined || example === undefined) return null;
  const { message, fix } = findingText(example, language);
  const limits = limitsOf.get(ruleId);
  return (
    <article class="card narrow" id={ruleId}>
      <h3>
        <code>{ruleId}</code>
      </h3>
      <p>{hasValues(text.message) ? `${words.say('ruleExample')}: ${message}` : message}</p>
      <p>
        {words.say('fix')}: {fix}
      </p>
      {limits !== undefined && (
        <p>
          {words.say('ruleLimits')}: {limits[language]}
        </p>
      )}
    </article>
  );
};

/** A text with values in it reads best with some that could be. */
const examples = new Map(findingExamples.map((example) => [example.ruleId, example]));

const limitsOf = new Map(
  describedRules.flatMap(({ id, limits }) => (limits === undefined ? [] : [[id, limits] as const])),
);

const hasValues = ({ en }: Text): boolean => /\{\w+\}/.test(en);
