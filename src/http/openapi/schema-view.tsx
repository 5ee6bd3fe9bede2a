import type { FC } from 'hono/jsx';
import { asObject } from '../../domain/offer/walk';
import type { Words } from '../words/words';
import type { ApiDocument } from './document';
import { Prose } from './prose';

/** JSON Schema, as far as our own document uses it. */
type Schema = Readonly<Record<string, unknown>>;
type Props = {
  readonly schema: Schema;
  readonly document: ApiDocument;
  readonly words: Words;
  readonly depth?: number;
};

export const asSchema = (value: unknown): Schema => asObject(value) ?? {};

/** Deeper than this a reader is better served by openapi.json. */
const deepest = 6;

/** What a value looks like: its kind, what it means, an example, and its fields. */
export const SchemaView: FC<Props> = ({ schema: given, document, words, depth = 0 }) => {
  const schema = resolved(given, document);
  const { description, example } = schema;
  return (
    <>
      <span lang="en">
        <Prose text={kindOf(schema, document)} />
      </span>
      {typeof description === 'string' && (
        <>
          {'. '}
          <span lang="en">
            <Prose text={description} />
          </span>
        </>
      )}
      {example !== undefined && (
        <>
          {typeof description === 'string' ? ' ' : '. '}
          {words.say('api.example')}: <code>{JSON.stringify(example)}</code>
        </>
      )}
      {depth < deepest && <Fields schema={schema} document={document} words={words} depth={depth + 1} />}
    </>
  );
};

const Fields: FC<Required<Props>> = ({ schema, document, words, depth }) => {
  const items = asObject(schema['items']);
  const fields = fieldsOf(items === undefined ? schema : resolved(items, document));
  if (fields.length === 0) return null;
  return (
    <ul>
      {fields.map(({ name, field, required }) => (
        <li>
          <code>{name}</code>
          {required ? ': ' : ` (${words.say('api.optional')}): `}
          <SchemaView schema={field} document={document} words={words} depth={depth} />
        </li>
      ))}
    </ul>
  );
};

type Field = { readonly name: string; readonly field: Schema; readonly required: boolean };

function fieldsOf(schema: Schema): readonly Field[] {
  const required: unknown = schema['required'];
  return Object.entries(asSchema(schema['properties'])).map(([name, field]) => ({
    name,
    field: asSchema(field),
    required: Array.isArray(required) && required.includes(name),
  }));
}

function resolved(schema: Schema, { components }: ApiDocument): Schema {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  return asSchema(components?.schemas?.[reference.split('/').at(-1) ?? '']);
}

function kindOf(given: Schema, document: ApiDocument): string {
  const schema = resolved(given, document);
  const choices = schema['enum'] ?? (schema['const'] === undefined ? undefined : [schema['const']]);
  if (Array.isArray(choices))
    return choices.map((each: unknown) => `\`${JSON.stringify(each)}\``).join(' | ');
  const several = schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf'];
  if (Array.isArray(several)) {
    return [...new Set(several.map((each: unknown) => kindOf(asSchema(each), document)))].join(' or ');
  }
  const type: unknown = schema['type'];
  if (type === 'array') return `list of ${kindOf(asSchema(schema['items']), document)}`;
  const names = Array.isArray(type) ? type.map(String) : [typeof type === 'string' ? type : 'anything'];
  return names.join(' or ') + limitsOf(schema);
}

function limitsOf({ pattern, format, minLength, maxLength, minimum, maximum }: Schema): string {
  const limits = [
    typeof format === 'string' ? format : '',
    typeof pattern === 'string' ? `\`${pattern}\`` : '',
    rangeText(minLength, maxLength, ' characters'),
    rangeText(minimum, maximum, ''),
  ].filter((text) => text !== '');
  return limits.length === 0 ? '' : ` (${limits.join(', ')})`;
}

function rangeText(from: unknown, to: unknown, unit: string): string {
  if (typeof from !== 'number' && typeof to !== 'number') return '';
  if (typeof to !== 'number') return `at least ${String(from)}${unit}`;
  return typeof from === 'number' ? `${from} to ${to}${unit}` : `at most ${to}${unit}`;
}
