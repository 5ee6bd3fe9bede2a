import { apiToken } from '../../support/test-app';
import { examine } from './schemathesis';
import { serveStockedApp, type StockedApp } from './stocked-app';

let served: StockedApp;
beforeAll(async () => {
  served = await serveStockedApp();
});
afterAll(() => served.drop());

it('answers whatever its documentation permits and forbids as documented, and never with a fault of ours', async () => {
  const document = await (await fetch(`${served.url}/openapi.json`)).json();

  const { said, requests, failures, errors } = await examine(served.url, aimed(document), apiToken);

  expect({ failures, errors, said: failures.length + errors.length === 0 ? '' : said }).toEqual(nothingFound);
  expect(requests).toBeGreaterThanOrEqual(2000);
}, 1_800_000);

const nothingFound = { failures: [], errors: [], said: '' };

/** Ids that exist, beside one that does not: with made-up ones hardly a request would get past "there is no such". */
function aimed(document: unknown): unknown {
  const known: Readonly<Record<string, readonly string[]>> = {
    publisherId: ['contoso', 'nobody'],
    offerId: ['linux-vm', 'nothing'],
    operationId: [served.publicationId, '00000000-0000-4000-8000-000000000000'],
  };
  return JSON.parse(JSON.stringify(document), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('in' in value) || value.in !== 'path') return value;
    const ids = known['name' in value ? String(value.name) : ''];
    return ids === undefined ? value : { ...value, schema: { type: 'string', enum: ids } };
  });
}
