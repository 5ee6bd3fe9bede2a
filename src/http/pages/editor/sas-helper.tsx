import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { Finding } from '../../../domain/certification/finding';
import { sasUrlFindings } from '../../../domain/certification/sas-findings';
import { momentOf, readSasUrl, type SasUrlFacts } from '../../../domain/certification/sas-url';
import { timeText } from '../../../domain/text/quantity';
import type { AppDeps } from '../../deps';
import { languageOf } from '../../language';
import type { Word } from '../../words/all-words';
import { type Words, wordsIn } from '../../words/words';
import { readForm } from '../forms';
import { Icon } from '../icon';
import { Layout } from '../layout';
import { FindingList } from '../status/finding-list';

/** `/docs/sas`: explains a SAS URL by certification's own rules. It is neither opened nor kept, nor shown again. */
export function sasHelperRoutes({ clock }: Pick<AppDeps, 'clock'>): Hono {
  return new Hono()
    .get('/', (context) => context.html(<SasHelperPage words={wordsIn(languageOf(context))} />))
    .post('/', async (context) => {
      const { url = '' } = await readForm(context);
      const now = clock();
      const read = { facts: readSasUrl(url, now), findings: sasUrlFindings(url, now, '') };
      return context.html(<SasHelperPage words={wordsIn(languageOf(context))} read={read} />);
    });
}

type Read = { readonly facts: SasUrlFacts; readonly findings: readonly Finding[] };

const SasHelperPage: FC<{ readonly words: Words; readonly read?: Read }> = ({ words, read }) => (
  <Layout title={words.say('editor.sasLink')} words={words}>
    <h1>{words.say('editor.sasLink')}</h1>
    <p class="prose">{words.say('sas.help')}</p>
    <form class="card narrow" method="post" action="/docs/sas">
      <label for="url">{words.say('sas.url')}</label>
      <textarea id="url" name="url" rows={4} required autocomplete="off"></textarea>
      <div class="button-row">
        <button type="submit" class="main">
          {words.say('sas.check')}
        </button>
      </div>
    </form>
    {read !== undefined && <Explained read={read} words={words} />}
  </Layout>
);

const Explained: FC<{ readonly read: Read; readonly words: Words }> = ({
  read: { facts, findings },
  words,
}) => (
  <section aria-labelledby="answer">
    <h2 id="answer">{words.say('sas.says')}</h2>
    <p class={findings.length === 0 ? 'notice accepted' : 'notice refused'} role="status">
      <Icon name={findings.length === 0 ? 'check' : 'warning'} />
      <span>
        {findings.length === 0 ? words.say('sas.good') : words.say('sas.bad', { count: findings.length })}
      </span>
    </p>
    <dl class="facts card">
      {factsOf(facts, words).map(([name, text]) => (
        <div>
          <dt>{words.say(name)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
    {findings.length > 0 && <FindingList findings={findings} words={words} />}
  </section>
);

function factsOf(facts: SasUrlFacts, words: Words): readonly (readonly [Word, string])[] {
  const { say, language } = words;
  const time = (values: readonly string[]): string => {
    const moment = momentOf(values);
    return moment === undefined
      ? (values[0]?.slice(0, 60) ?? say('sas.unsaid'))
      : timeText(moment.toISOString(), language);
  };
  return [
    ['sas.name', facts.vhdName.slice(0, 200) || say('sas.unsaid')],
    ['sas.scope', scopeText(facts, words)],
    ['sas.allows', allowsText(facts, words)],
    ['sas.from', time(facts.start)],
    ['sas.until', time(facts.expiry)],
  ];
}

function scopeText({ resource: [resource] }: SasUrlFacts, { say }: Words): string {
  if (resource === 'c') return say('sas.container');
  return resource === 'b' ? say('sas.blob') : (resource?.slice(0, 10) ?? say('sas.unsaid'));
}

const permissions: readonly (readonly [string, Word])[] = [
  ['r', 'sas.read'],
  ['l', 'sas.list'],
  ['w', 'sas.write'],
  ['d', 'sas.delete'],
];

function allowsText({ permissions: granted }: SasUrlFacts, { say }: Words): string {
  const letters = granted.join('').slice(0, 20);
  if (letters === '') return say('sas.unsaid');
  const named = permissions.filter(([letter]) => letters.includes(letter)).map(([, word]) => say(word));
  const others = letters.replace(/[rlwd]/g, '');
  return [...named, ...(others === '' ? [] : [say('sas.other', { letters: others })])].join(', ');
}
