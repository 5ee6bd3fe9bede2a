import type { FC } from 'hono/jsx';
import { findingTexts } from '../../domain/text/findings';
import type { Language, Text } from '../../domain/text/language';
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
  const text = findingTexts[ruleId];
  if (text === undefined) return null;
  return (
    <article class="card narrow" id={ruleId}>
      <h3>
        <code>{ruleId}</code>
      </h3>
      <p>{general(text.message, words.language)}</p>
      <p>
        {words.say('fix')}: {general(text.fix, words.language)}
      </p>
    </article>
  );
};

/** A text without a finding to fill it: what differs from case to case is left open. */
const general = (text: Text, language: Language): string => text[language].replace(/\{\w+\}/g, '…');
