import { inspectRoutes } from 'hono/dev';
import { apiDocument } from '../../src/http/openapi/document';
import { operationsOf } from '../../src/http/openapi/operations-of';
import { apiToken, testApp } from '../support/test-app';

const { app, browse } = testApp();
const document = apiDocument(app);
const operations = operationsOf(document);
const named = operations.map(
  (each) =>
    [String(`${each.method.toUpperCase()} ${each.path}`), each] as const satisfies readonly [string, unknown],
);

/** Addresses for programs that are part of the API without standing below /api. */
const isApi = (path: string): boolean => /^\/(api|events|v1\.0)(\/|$)|^\/[:{]tenant}?\//.test(path);

/** A shorter name for an address that is documented. */
const aliases = ['GET /events'];

it('documents every route of the API, and no route that there is not', () => {
  const routed = inspectRoutes(app)
    .filter(({ isMiddleware, path }) => !isMiddleware && isApi(path))
    .map(
      ({ method, path }) =>
        `${method} ${path.replaceAll(/:([^/{]+)(\{[^}]*\})?/g, '{$1}').replace(/(?<=.)\/$/, '')}`,
    );
  const documented = [...named.map(([name]) => name), ...aliases];

  expect(routed.filter((each) => !documented.includes(each))).toEqual([]);
  expect(documented.filter((each) => isApi(each.split(' ')[1] ?? '') && !routed.includes(each))).toEqual([]);
});

it('gives each operation a name of its own', () => {
  const ids = operations.map(({ operation }) => operation.operationId);

  expect(ids.filter((id, index) => id === undefined || ids.indexOf(id) !== index)).toEqual([]);
});

it.each(named)('%s says what it does, under a known tag', (_, { operation, tag }) => {
  expect(operation.summary?.length ?? 0).toBeGreaterThan(5);
  expect(document.tags?.map(({ name }) => name)).toContain(tag);
});

it.each(named)('%s documents who is refused and how', (_, { operation }) => {
  const isPublic = operation.security?.length === 0;

  const statuses = Object.keys(operation.responses ?? {});

  expect(statuses).toEqual(expect.arrayContaining(isPublic ? ['400'] : ['400', '401']));
});

/** Uploads are streamed and never held; a token is exchanged by whoever is not known yet. */
const isKeyed = (method: string, path: string): boolean =>
  method !== 'get' && path.startsWith('/api/') && !path.includes('/uploads/');

it.each(named)('%s documents an Idempotency-Key where it honours one', (_, { method, path, operation }) => {
  const header = operation.parameters?.find((each) => 'name' in each && each.name === 'Idempotency-Key');
  const described = (status: number): string => JSON.stringify(operation.responses?.[status] ?? '');

  expect(header !== undefined).toBe(isKeyed(method, path));
  expect(described(409).includes('IdempotencyKeyInUse')).toBe(isKeyed(method, path));
  expect(described(422).includes('IdempotencyKeyReused')).toBe(isKeyed(method, path));
});

const needy = named.filter(([, { operation }]) => neededFields(operation.requestBody).length > 0);

it('knows operations that cannot do without a body', () => {
  expect(needy.length).toBeGreaterThan(3);
});

it.each(needy)(
  '%s says that it needs its body, and does not go on without one',
  async (name, { operation }) => {
    const [method = '', path = ''] = name.split(' ');
    const address = path.replaceAll(/\{[^}]+\}/g, 'contoso');

    // Without a media type, too: then the routes' own checks would leave an optional body unread.
    const answer = await app.request(address, { method, headers: { Authorization: `Bearer ${apiToken}` } });

    expect(operation.requestBody).toMatchObject({ required: true });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  },
);

it('holds no schema that nothing can satisfy: two closed objects at once', () => {
  const contradictions = schemasIn(document).filter((schema) =>
    asList(schema['allOf']).some((each) => resolved(each)['additionalProperties'] === false),
  );

  expect(contradictions).toEqual([]);
});

it('is served as JSON, with the ways to be let in', async () => {
  const answer = await app.request('/openapi.json');

  expect(await answer.json()).toMatchObject({
    openapi: '3.1.0',
    components: { securitySchemes: { token: { scheme: 'bearer' }, session: { in: 'cookie' } } },
  });
});

it('is told to people on a page that needs no script, each operation with its address', async () => {
  const page = await (await app.request('/docs/api')).text();

  expect(page).not.toMatch(/<script(?! src="\/)/);
  for (const { operation } of operations) expect(page).toContain(`id="${operation.operationId}"`);
});

it.each([
  ['/docs/api', 'es', 'Las operaciones y los campos se describen en inglés.', '<h3>Respuestas</h3>'],
  ['/docs/api', 'ru', 'Предложения</h2>', 'Списки, сравнение и пробная проверка'],
  ['/docs/api', 'zh', 'aria-label="目录"', '(可选): <span lang="en">'],
  ['/docs/problems', 'es', '<h1>Problemas</h1>', 'Qué hacer: <span lang="en">'],
])('frames %s in the words of who reads %s, and marks what is English', async (path, language, ...framed) => {
  const page = await (await app.request(`${path}?lang=${language}`)).text();

  for (const each of framed) expect(page).toContain(each);
});

it.each(['/docs/api', '/docs/problems'])(
  'says to nobody who reads English that %s is English',
  async (path) => {
    const page = await (await app.request(`${path}?lang=en`)).text();

    expect(page).not.toContain('in English');
  },
);

it('is told to people under the name they are signed in with', async () => {
  const page = await (await browse('/docs/api')).text();

  expect(page).toMatch(/<a class="who" href="\/sign-in" title="[^"]+">(?!Account)/);
});

type Schema = Readonly<Record<string, unknown>>;

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

function asList(value: unknown): readonly Schema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

/** What a JSON body must hold; CPP's own is documented where it stands, ours among the components. */
function neededFields(body: (typeof operations)[number]['operation']['requestBody']): readonly unknown[] {
  if (body === undefined || !('content' in body)) return [];
  const schema = body.content['application/json']?.schema;
  const required: unknown = isSchema(schema) ? resolved(schema)['required'] : undefined;
  return Array.isArray(required) ? required : [];
}

function resolved(schema: Schema): Schema {
  const reference = schema['$ref'];
  const name = typeof reference === 'string' ? reference.split('/').at(-1) : undefined;
  const found: unknown = document.components?.schemas?.[name ?? ''];
  return isSchema(found) ? found : schema;
}

/** Every object in the document: a schema is one of them, wherever it stands. */
function schemasIn(value: unknown): readonly Schema[] {
  if (!isSchema(value)) return [];
  return [value, ...Object.values(value).flatMap(schemasIn)];
}
