import type { FC } from 'hono/jsx';
import type { Words } from '../words/words';
import type { ApiDocument } from './document';
import type { OperationFacts } from './operations-of';
import { Prose } from './prose';
import { asSchema, SchemaView } from './schema-view';

type Context = { readonly document: ApiDocument; readonly words: Words };
type Props = Context & { readonly operation: OperationFacts };

/** One operation: closed it is a line, open it is everything about it. */
export const Operation: FC<Props> = ({ operation: { method, path, operation }, ...context }) => (
  <details id={operation.operationId ?? `${method}${path}`}>
    <summary>
      <code>
        <b class={`method ${method}`}>{method.toUpperCase()}</b> {breakable(path)}
      </code>{' '}
      <span lang="en">{operation.summary}</span>
    </summary>
    {operation.description !== undefined && (
      <p lang="en">
        <Prose text={operation.description} />
      </p>
    )}
    <Parameters operation={operation} {...context} />
    <Body operation={operation} {...context} />
    <Answers operation={operation} {...context} />
  </details>
);

/** Lets a long address wrap after its slashes on a narrow screen. */
const breakable = (path: string): unknown[] => path.split(/(?<=\/)/).flatMap((part) => [part, <wbr />]);

type Part = Context & { readonly operation: OperationFacts['operation'] };

const Parameters: FC<Part> = ({ operation, ...context }) => {
  const parameters = (operation.parameters ?? []).filter((each) => 'name' in each);
  if (parameters.length === 0) return null;
  return (
    <>
      <h3>{context.words.say('api.parameters')}</h3>
      <dl>
        {parameters.map((each) => (
          <>
            <dt>
              <code>{each.name}</code>{' '}
              <span class="quiet">
                ({each.in}
                {each.required === true ? `, ${context.words.say('api.required')}` : ''})
              </span>
            </dt>
            <dd>
              <SchemaView schema={asSchema(each.schema)} {...context} />
            </dd>
          </>
        ))}
      </dl>
    </>
  );
};

const Body: FC<Part> = ({ operation: { requestBody }, ...context }) => {
  if (requestBody === undefined || !('content' in requestBody)) return null;
  return (
    <>
      <h3>
        {context.words.say('api.body')}
        {requestBody.required === true ? ` (${context.words.say('api.required')})` : ''}
      </h3>
      <Content content={requestBody.content} {...context} />
    </>
  );
};

const Answers: FC<Part> = ({ operation: { responses }, ...context }) => (
  <>
    <h3>{context.words.say('api.answers')}</h3>
    <dl>
      {Object.entries(responses ?? {}).map(([status, answer]: [string, Answer]) => (
        <>
          <dt>
            <code class={Number(status) < 400 ? 'good' : undefined}>{status}</code>{' '}
            <span lang="en">
              <Prose text={answer.description ?? ''} />
            </span>
          </dt>
          {answer.content !== undefined && Number(status) < 400 && (
            <dd>
              <Content content={answer.content} {...context} />
            </dd>
          )}
        </>
      ))}
    </dl>
  </>
);

type Content = Readonly<Record<string, { readonly schema?: unknown }>>;
type Answer = { readonly description?: string; readonly content?: Content };

const Content: FC<Context & { readonly content: Content }> = ({ content, ...context }) => (
  <>
    {Object.entries(content).map(([type, { schema }]) => (
      <>
        <p>
          <code>{type}</code>
        </p>
        <SchemaView schema={asSchema(schema)} {...context} />
      </>
    ))}
  </>
);
