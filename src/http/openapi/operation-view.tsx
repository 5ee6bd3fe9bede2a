import type { FC } from 'hono/jsx';
import type { ApiDocument } from './document';
import type { OperationFacts } from './operations-of';
import { Prose } from './prose';
import { asSchema, SchemaView } from './schema-view';

type Props = { readonly operation: OperationFacts; readonly document: ApiDocument };

/** One operation: closed it is a line, open it is everything about it. */
export const Operation: FC<Props> = ({ operation: { method, path, operation }, document }) => (
  <details id={operation.operationId ?? `${method}${path}`}>
    <summary>
      <code>
        <b>{method.toUpperCase()}</b> {breakable(path)}
      </code>{' '}
      {operation.summary}
    </summary>
    {operation.description !== undefined && (
      <p>
        <Prose text={operation.description} />
      </p>
    )}
    <Parameters operation={operation} document={document} />
    <Body operation={operation} document={document} />
    <Answers operation={operation} document={document} />
  </details>
);

/** Lets a long address wrap after its slashes on a narrow screen. */
const breakable = (path: string): unknown[] => path.split(/(?<=\/)/).flatMap((part) => [part, <wbr />]);

type Part = { readonly operation: OperationFacts['operation']; readonly document: ApiDocument };

const Parameters: FC<Part> = ({ operation, document }) => {
  const parameters = (operation.parameters ?? []).filter((each) => 'name' in each);
  if (parameters.length === 0) return null;
  return (
    <>
      <h3>Parameters</h3>
      <dl>
        {parameters.map((each) => (
          <>
            <dt>
              <code>{each.name}</code> ({each.in}
              {each.required === true ? ', required' : ''})
            </dt>
            <dd>
              <SchemaView schema={asSchema(each.schema)} document={document} />
            </dd>
          </>
        ))}
      </dl>
    </>
  );
};

const Body: FC<Part> = ({ operation: { requestBody }, document }) => {
  if (requestBody === undefined || !('content' in requestBody)) return null;
  return (
    <>
      <h3>Body{requestBody.required === true ? ' (required)' : ''}</h3>
      <Content content={requestBody.content} document={document} />
    </>
  );
};

const Answers: FC<Part> = ({ operation: { responses }, document }) => (
  <>
    <h3>Answers</h3>
    <dl>
      {Object.entries(responses ?? {}).map(([status, answer]: [string, Answer]) => (
        <>
          <dt>
            <code>{status}</code> <Prose text={answer.description ?? ''} />
          </dt>
          {answer.content !== undefined && Number(status) < 400 && (
            <dd>
              <Content content={answer.content} document={document} />
            </dd>
          )}
        </>
      ))}
    </dl>
  </>
);

type Content = Readonly<Record<string, { readonly schema?: unknown }>>;
type Answer = { readonly description?: string; readonly content?: Content };

const Content: FC<{ readonly content: Content; readonly document: ApiDocument }> = ({
  content,
  document,
}) => (
  <>
    {Object.entries(content).map(([type, { schema }]) => (
      <>
        <p>
          <code>{type}</code>
        </p>
        <SchemaView schema={asSchema(schema)} document={document} />
      </>
    ))}
  </>
);
