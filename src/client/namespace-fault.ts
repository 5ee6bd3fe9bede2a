import type { Client } from '@temporalio/client';
import type { SearchAttributeType } from '@temporalio/common';
import { searchAttributeKeys } from '../workflows/search-attributes';

/** Why no publication can run in a Temporal namespace, and how to mend that. */
export type NamespaceFault = { readonly why: string; readonly fix: string };

/** As Temporal's command line calls them, in the order of the server's own numbers, which begin with 1. */
const typeNames = {
  TEXT: 'Text',
  KEYWORD: 'Keyword',
  INT: 'Int',
  DOUBLE: 'Double',
  BOOL: 'Bool',
  DATETIME: 'Datetime',
  KEYWORD_LIST: 'KeywordList',
} satisfies Readonly<Record<SearchAttributeType, string>>;

type Attribute = { readonly name: string; readonly type: string };

/** The custom search attributes that a namespace of ours must have. */
export const wantedAttributes: readonly Attribute[] = searchAttributeKeys.map(({ name, type }) => ({
  name,
  type: typeNames[type],
}));

/** The SDK asks again and again where a server does not say plainly that it refuses. */
const patienceMs = 2000;

/**
 * Asks the server. Undefined when all is well, and when it does not tell: Temporal Cloud may refuse, and a server of one's own
 * with authorization does. Whether it is there at all is asked elsewhere.
 */
export async function namespaceFault({ connection, options }: Client): Promise<NamespaceFault | undefined> {
  const { namespace } = options;
  try {
    const { customAttributes } = await connection.withDeadline(Date.now() + patienceMs, () =>
      connection.operatorService.listSearchAttributes({ namespace }),
    );
    const types = Object.entries(customAttributes).map(([name, type]) => [
      name,
      Object.values(typeNames)[type - 1] ?? `type ${type}`,
    ]);
    return attributeFault(namespace, Object.fromEntries(types) as Readonly<Record<string, string>>);
  } catch {
    return undefined;
  }
}

/** Compares what is wanted with the `types` by name that there are. */
export function attributeFault(
  namespace: string,
  types: Readonly<Record<string, string>>,
): NamespaceFault | undefined {
  const missing = wantedAttributes.filter(({ name }) => types[name] === undefined);
  const wrong = wantedAttributes.filter(({ name, type }) => (types[name] ?? type) !== type);
  if (missing.length + wrong.length === 0) return undefined;
  const faults = [
    ...missing.map(({ name, type }) => `${name} (${type}) is missing`),
    ...wrong.map(({ name, type }) => `${name} is of type ${types[name]}, not ${type}`),
  ];
  const command = `temporal operator search-attribute`;
  const create = `${command} create --namespace ${namespace}${flags([...missing, ...wrong])}`;
  const remove = `${command} remove --namespace ${namespace}${wrong.map(({ name }) => ` --name ${name}`).join('')}`;
  return {
    why: `search attributes of Temporal namespace ${namespace}: ${faults.join(', ')}`,
    fix:
      wrong.length === 0
        ? `Make them (${manual}): ${create}`
        : `Make them anew if nothing else there needs the old ones, or take another namespace (${manual}): ${remove} && ${create}`,
  };
}

const manual = 'docs/OPERATIONS.md, "Search attributes"; on Temporal Cloud in its console or with tcld';

const flags = (attributes: readonly Attribute[]): string =>
  attributes.map(({ name, type }) => ` --name ${name} --type ${type}`).join('');
