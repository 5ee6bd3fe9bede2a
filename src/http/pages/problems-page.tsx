import type { FC } from 'hono/jsx';
import { type ProblemKind, problemCodes } from '../refusals/problem-codes';
import type { Words } from '../words/words';
import { Layout } from './layout';

/** Every refusal of our own API; `type` of a problem leads here. Its frame is in the reader's words, the rest in English. */
export const ProblemsPage: FC<{ readonly words: Words }> = ({ words }) => (
  <Layout title={words.say('problems')} words={words}>
    <h1>{words.say('problems')}</h1>
    <p class="prose">
      {words.say('problemsHelp')} <a href="/docs/api">{words.say('apiDocs')}</a>
    </p>
    {words.language !== 'en' && <p class="quiet">{words.say('apiInEnglish')}</p>}
    <p class="prose" lang="en">
      Refusals of this API are <code>application/problem+json</code> (RFC 9457). Addresses of the Cloud
      Partner Portal answer with its own envelope instead, <code>{'{ "error": { "code", "message" } }'}</code>
      .
    </p>
    {Object.entries(problemCodes).map(([code, kind]) => (
      <Problem code={code} kind={kind} words={words} />
    ))}
  </Layout>
);

type Props = { readonly code: string; readonly kind: ProblemKind; readonly words: Words };

const Problem: FC<Props> = ({ code, kind, words }) => (
  <article class="card narrow" id={code} aria-labelledby={`${code}-code`}>
    <h2 id={`${code}-code`}>
      <code>{code}</code> <small>{kind.status}</small>
    </h2>
    <p lang="en">
      <strong>{kind.title}.</strong> {kind.meaning}
    </p>
    <p>
      {words.say('fix')}: <span lang="en">{kind.fix}</span>
    </p>
  </article>
);
