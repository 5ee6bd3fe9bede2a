type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Shape = (value: Json | undefined, at: string) => readonly string[];

/**
 * What is wrong with a SARIF 2.1.0 log, as far as ours use the format; written after the specification
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). A member it does not know is a fault, as in the published schema.
 */
export function sarifFaults(log: Json): readonly string[] {
  return [...logShape(log, ''), ...unknownRules(log)];
}

const object =
  (members: Readonly<Record<string, Shape>>, ...required: readonly string[]): Shape =>
  (value, at) => {
    if (!isObject(value)) return [`${at}: no object`];
    return [
      ...required.filter((name) => value[name] === undefined).map((name) => `${at}/${name}: missing`),
      ...Object.entries(value).flatMap(
        ([name, each]) => members[name]?.(each, `${at}/${name}`) ?? [`${at}/${name}: unknown`],
      ),
    ];
  };

const list =
  (each: Shape): Shape =>
  (value, at) =>
    Array.isArray(value)
      ? value.flatMap((item: Json, index) => each(item, `${at}/${index}`))
      : [`${at}: no list`];

const distinct =
  (each: Shape): Shape =>
  (value, at) => {
    const texts = Array.isArray(value) ? value.map((item) => JSON.stringify(item)) : [];
    return [...list(each)(value, at), ...(new Set(texts).size === texts.length ? [] : [`${at}: repeats`])];
  };

const test =
  (what: string, holds: (value: Json | undefined) => boolean): Shape =>
  (value, at) =>
    holds(value) ? [] : [`${at}: no ${what}`];

const text = test('text', (value) => typeof value === 'string' && value !== '');
const ordinal = test('number from 1', (value) => Number.isInteger(value) && Number(value) >= 1);
const levels: ReadonlySet<string> = new Set(['none', 'note', 'warning', 'error']);
const level = test('level', (value) => typeof value === 'string' && levels.has(value));
const bag = test('bag', (value) => isObject(value));
/** RFC 3986: only these characters, escapes whole, no colon before the first slash unless a scheme stands there. */
const reference = test('reference', (value) =>
  typeof value === 'string' &&
  /^(?:[\w\-.~!$&'()*+,;=:@/?#]|%[\dA-F]{2})+$/.test(value) &&
  (/^[a-z][\w+.-]*:/i.test(value) || !/^[^/]*:/.test(value)));

const message = object({ text, markdown: text, id: text }, 'text');
const region = object({ startLine: ordinal, startColumn: ordinal, endLine: ordinal, endColumn: ordinal });
const location = object({
  physicalLocation: object(
    { artifactLocation: object({ uri: reference }, 'uri'), region },
    'artifactLocation',
  ),
  logicalLocations: distinct(object({ name: text, fullyQualifiedName: text, kind: text })),
});
const descriptor = object(
  {
    id: text,
    name: text,
    shortDescription: message,
    fullDescription: message,
    help: message,
    helpUri: reference,
    defaultConfiguration: object({ level }),
    properties: bag,
  },
  'id',
);
const result = object(
  {
    ruleId: text,
    ruleIndex: test('index', Number.isInteger),
    level,
    message,
    locations: list(location),
    properties: bag,
  },
  'message',
);
const notification = object(
  { level, message, associatedRule: object({ id: text }, 'id'), locations: list(location) },
  'message',
);
const invocation = object(
  {
    executionSuccessful: test('truth', (value) => typeof value === 'boolean'),
    toolExecutionNotifications: list(notification),
  },
  'executionSuccessful',
);
const run = object(
  {
    invocations: list(invocation),
    tool: object(
      {
        driver: object(
          { name: text, version: text, informationUri: reference, rules: distinct(descriptor) },
          'name',
        ),
      },
      'driver',
    ),
    columnKind: test('column kind', (value) => value === 'utf16CodeUnits' || value === 'unicodeCodePoints'),
    results: list(result),
  },
  'tool',
);
const logShape = object(
  { $schema: reference, version: test('version', (value) => value === '2.1.0'), runs: list(run) },
  'version',
  'runs',
);

/** Results must name a rule that the tool describes. */
function unknownRules(log: Json): readonly string[] {
  const [first] = valuesAt(log, 'runs');
  const known = new Set(
    valuesAt(valueAt(valueAt(first, 'tool'), 'driver'), 'rules').map((rule) => valueAt(rule, 'id')),
  );
  return valuesAt(first, 'results')
    .map((each) => valueAt(each, 'ruleId'))
    .filter((id) => !known.has(id))
    .map((id) => `${JSON.stringify(id)}: not described`);
}

const isObject = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const valueAt = (value: Json | undefined, name: string): Json | undefined =>
  isObject(value) ? value[name] : undefined;
function valuesAt(value: Json | undefined, name: string): readonly Json[] {
  const found = valueAt(value, name);
  return Array.isArray(found) ? found : [];
}
