import { applyPatch, type Operation } from 'rfc6902';
import { publishableOffer } from '../support/publishable-offer';
import { offerPath, testApp, type TestApp } from '../support/test-app';

const title = 'microsoft-azure-marketplace.title';

/** Version 1 is live, and the draft has another title by now. */
async function changedSinceLive(): Promise<TestApp> {
  const test = testApp();
  const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
  await test.api('PUT', offerPath, publishableOffer({ [title]: 'A better title' }));
  const stored = test.catalogue.drafts.get('contoso/linux-vm')!;
  test.catalogue.drafts.set('contoso/linux-vm', { ...stored, productionVersion: 1 });
  test.catalogue.versions.push({
    ...offer,
    offerVersion: 1,
    offerType: 'microsoft-azure-virtualmachines',
    document: publishableOffer({ [title]: 'The first title' }),
    regions: ['westeurope'],
    frozenAt: '2026-11-01T00:00:00.000Z',
  });
  return test;
}

type Difference = {
  readonly from: object;
  readonly to: object;
  readonly changes: readonly object[];
  readonly patch: Operation[];
};

const diff = async (test: TestApp, query: string): Promise<Difference> =>
  (await (await test.api('GET', `${offerPath}/diff?${query}`)).json()) as Difference;

it('tells in words and as a patch what the draft changes about what is live', async () => {
  const difference = await diff(await changedSinceLive(), 'from=Production&to=Draft');

  expect(difference).toEqual({
    from: { slot: 'Production', version: 1 },
    to: { slot: 'Draft', version: null },
    changes: [
      {
        kind: 'changed',
        pointer: `/definition/offer/${title}`,
        within: [],
        label: 'Title',
        before: 'The first title',
        after: 'A better title',
      },
    ],
    patch: [{ op: 'replace', path: `/definition/offer/${title}`, value: 'A better title' }],
  });
});

it('gives a patch that turns the one document into the other', async () => {
  const test = await changedSinceLive();
  const { patch } = await diff(test, 'from=1&to=Draft');
  const document = publishableOffer({ [title]: 'The first title' }) as Record<string, unknown>;

  const faults = applyPatch(document, patch).filter((fault) => fault !== null);

  expect(faults).toEqual([]);
  expect(document['definition']).toEqual(publishableOffer({ [title]: 'A better title' })['definition']);
});

it('speaks the reader’s language', async () => {
  const difference = await diff(await changedSinceLive(), 'from=Production&to=Draft&lang=ru');

  expect(difference.changes).toEqual([expect.objectContaining({ label: 'Название' })]);
});

it.each([
  ['from=Draft&to=Preview', 404],
  ['from=Draft&to=9', 404],
  ['from=Draft&to=Nowhere', 400],
  ['from=Draft&to=0', 400],
  ['from=Draft', 400],
])('answers ?%s with %i and says why', async (query, status) => {
  const answer = await (await changedSinceLive()).api('GET', `${offerPath}/diff?${query}`);

  expect(answer.status).toBe(status);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
});
