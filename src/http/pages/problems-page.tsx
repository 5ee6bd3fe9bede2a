import type { FC } from 'hono/jsx';
import { type ProblemKind, problemCodes } from '../problem-codes';
import type { Words } from '../words/words';
import { Layout } from './layout';

/** Every refusal of our own API; `type` of a problem leads here. In English, as all documentation of the API. */
export const ProblemsPage: FC<{ readonly words: Words }> = ({ words }) => (
  <Layout title={words.say('apiDocs')} words={words}>
    <div lang="en">
      <h1>Problems</h1>
      <p class="prose">
        Refusals of this API are <code>application/problem+json</code> (RFC 9457). Branch on <code>code</code>
        : it never changes, the words may. Addresses of the Cloud Partner Portal answer with its own envelope
        instead, <code>{'{ "error": { "code", "message" } }'}</code>. The API itself is described{' '}
        <a href="/docs/api">here</a>.
      </p>
      {Object.entries(problemCodes).map(([code, kind]) => (
        <Problem code={code} kind={kind} />
      ))}
    </div>
  </Layout>
);

const Problem: FC<{ readonly code: string; readonly kind: ProblemKind }> = ({ code, kind }) => (
  <article class="card narrow" id={code} aria-labelledby={`${code}-code`}>
    <h2 id={`${code}-code`}>
      <code>{code}</code> <small>{kind.status}</small>
    </h2>
    <p>
      <strong>{kind.title}.</strong> {kind.meaning}
    </p>
    <p>What to do: {kind.fix}</p>
  </article>
);
