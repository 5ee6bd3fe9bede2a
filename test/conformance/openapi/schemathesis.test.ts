import { isSweep } from '../../support/seed';
import { apiToken } from '../../support/test-app';
import { examine } from './schemathesis';
import { type Ids, serveStockedApp, type StockedApp } from './stocked-app';

/** One for each run: what an operator wrote and removed is not what the reviewer asks about. */
let served: StockedApp;
beforeEach(async () => {
  served = await serveStockedApp();
});
afterEach(() => served.drop());

it.each([
  ['an operator', 'coverage,fuzzing', 12, 2000],
  // Whose token reaches less: most of it is about who may what.
  ['a reviewer', 'fuzzing', 3, 150],
] as const)(
  'answers %s whatever its documentation permits and forbids as documented, and never with a fault of ours',
  async (who, phases, few, least) => {
    const { url, reviewersToken } = served;
    const document = aimed((await (await fetch(`${url}/openapi.json`)).json()) as Document);
    const token = who === 'a reviewer' ? reviewersToken : apiToken;
    const examples = isSweep ? 200 : few;

    const { said, requests, ...found } = await examine({ url, document, token, phases, examples });

    expect({ ...found, said: found.failures.length + found.errors.length === 0 ? '' : said }).toEqual(
      nothingFound,
    );
    expect(requests).toBeGreaterThanOrEqual(least);
  },
  1_800_000,
);

const nothingFound = { failures: [], errors: [], said: '' };

/** For places, and what may stand at them. */
type Parameter = { readonly in: string; readonly name: string; readonly schema: unknown };
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
type Operation = { readonly parameters?: readonly Parameter[] };

/** Ids that exist, beside one that does not: with made-up ones hardly a request would get past "there is no such". */
function aimed(document: Document): unknown {
  const paths = Object.entries(document.paths).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => {
        const ids = method === 'delete' ? { ...served.known, ...served.doomed } : served.known;
        const parameters = operation.parameters?.map((each) => aimedAt(each, ids));
        return [method, { ...operation, ...(parameters && { parameters }) }];
      }),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

function aimedAt(parameter: Parameter, ids: Ids): Parameter {
  const known = ids[parameter.name];
  if (known === undefined) return parameter;
  return { ...parameter, schema: { type: 'string', enum: [...known, unknown] } };
}

/** Of any form that an id can have: nothing has it. */
const unknown = '00000000-0000-4000-8000-000000000000';
