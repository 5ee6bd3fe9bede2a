import type { FC } from 'hono/jsx';
import { Layout } from '../pages/layout';
import type { Words } from '../words/words';
import type { ApiDocument } from './document';
import { Operation } from './operation-view';
import { type OperationFacts, operationsOf } from './operations-of';
import { Prose } from './prose';
import { tags } from './tags';

type Props = { readonly document: ApiDocument; readonly words: Words };

/** The API for people, made from the document that programs read: its frame in the reader's words, the rest in English. */
export const ApiPage: FC<Props> = ({ document, words }) => {
  const groups = groupsOf(document, words);
  return (
    <Layout title={words.say('apiDocs')} words={words} current="api">
      <h1>{words.say('apiDocs')}</h1>
      {words.language !== 'en' && <p class="quiet">{words.say('apiInEnglish')}</p>}
      <article class="reference">
        <p lang="en">
          <Prose text={document.info.description ?? ''} />
        </p>
        <p>
          {words.say('api.forPrograms')} <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1)
        </p>
        <Contents groups={groups} label={words.say('api.contents')} />
        {groups.map(({ id, name, about, operations }) => (
          <section aria-labelledby={id}>
            <h2 id={id}>{name}</h2>
            <p>
              <Prose text={about} />
            </p>
            {operations.map((operation) => (
              <Operation operation={operation} document={document} words={words} />
            ))}
          </section>
        ))}
      </article>
    </Layout>
  );
};

type Group = {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly operations: readonly OperationFacts[];
};

function groupsOf(document: ApiDocument, { language }: Words): readonly Group[] {
  const operations = operationsOf(document);
  return Object.entries(tags)
    .map(([tag, { name, about }]) => ({
      id: `tag-${tag.toLowerCase().replaceAll(' ', '-')}`,
      name: name[language],
      about: about[language],
      operations: operations.filter((operation) => operation.tag === tag),
    }))
    .filter(({ operations: own }) => own.length > 0);
}

const Contents: FC<{ readonly groups: readonly Group[]; readonly label: string }> = ({ groups, label }) => (
  <nav aria-label={label}>
    <ul>
      {groups.map(({ id, name, operations }) => (
        <li>
          <a href={`#${id}`}>{name}</a> ({operations.length})
        </li>
      ))}
    </ul>
  </nav>
);
