import type { FC } from 'hono/jsx';
import { Layout } from '../pages/layout';
import type { Words } from '../words/words';
import type { ApiDocument } from './document';
import { Operation } from './operation-view';
import { type OperationFacts, operationsOf } from './operations-of';
import { Prose } from './prose';

type Props = { readonly document: ApiDocument; readonly words: Words };

/** The API for people, made from the document that programs read. In English, as all documentation. */
export const ApiPage: FC<Props> = ({ document, words }) => {
  const groups = groupsOf(document);
  return (
    <Layout title={words.say('apiDocs')} words={words} current="api">
      <h1>{words.say('apiDocs')}</h1>
      {words.language !== 'en' && <p class="quiet">{words.say('apiInEnglish')}</p>}
      <article lang="en">
        <p>
          <Prose text={document.info.description ?? ''} />
        </p>
        <p>
          For programs: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).
        </p>
        <Contents groups={groups} />
        {groups.map((group) => (
          <section aria-labelledby={idOf(group.name)}>
            <h2 id={idOf(group.name)}>{group.name}</h2>
            <p>
              <Prose text={group.description} />
            </p>
            {group.operations.map((operation) => (
              <Operation operation={operation} document={document} />
            ))}
          </section>
        ))}
      </article>
    </Layout>
  );
};

type Group = {
  readonly name: string;
  readonly description: string;
  readonly operations: readonly OperationFacts[];
};

function groupsOf(document: ApiDocument): readonly Group[] {
  const operations = operationsOf(document);
  return (document.tags ?? [])
    .map(({ name, description = '' }) => ({
      name,
      description,
      operations: operations.filter(({ tag }) => tag === name),
    }))
    .filter(({ operations: own }) => own.length > 0);
}

const idOf = (name: string): string => `tag-${name.toLowerCase().replaceAll(' ', '-')}`;

const Contents: FC<{ readonly groups: readonly Group[] }> = ({ groups }) => (
  <nav aria-label="Contents">
    <ul>
      {groups.map(({ name, operations }) => (
        <li>
          <a href={`#${idOf(name)}`}>{name}</a> ({operations.length})
        </li>
      ))}
    </ul>
  </nav>
);
