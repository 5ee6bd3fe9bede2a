import { listedOffer } from '../../support/listed-offer';
import { offerPath, testApp, testSettings } from '../../support/test-app';

const strict = () => testApp({ settings: { ...testSettings, ifMatchRequired: true } });

describe('saving a draft without If-Match', () => {
  it('creates and overwrites, with 200 both times: the last writer wins', async () => {
    const { api } = testApp();

    const answers = [
      await api('PUT', offerPath, listedOffer()),
      await api('PUT', offerPath, listedOffer({ title: 'Mine' })),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await (await api('GET', offerPath)).text()).toContain('Mine');
  });

  it('where If-Match is required creates, and is refused for an offer that exists', async () => {
    const { api } = strict();

    const answers = [
      await api('PUT', offerPath, listedOffer()),
      await api('PUT', offerPath, listedOffer({ title: 'Mine' })),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 409]);
    expect(await answers[1]?.json()).toEqual({
      error: { code: 'InvalidResourceId', message: expect.stringMatching(/^Offer ID already exists/) },
    });
    expect(await (await api('GET', offerPath)).text()).not.toContain('Mine');
  });

  it('is nothing that an eTag in the document could replace', async () => {
    const { api } = strict();
    const first = await api('PUT', offerPath, listedOffer());

    const answer = await api('PUT', offerPath, { ...listedOffer(), eTag: first.headers.get('ETag') });

    expect(answer.status).toBe(409);
  });
});

describe.each([
  ['usually', testApp],
  ['where If-Match is required', strict],
] as const)('saving a draft with If-Match, %s', (_name, start) => {
  it.each([
    ['the ETag as read', (etag: string) => etag, 200],
    ['any', () => '*', 200],
    ['an older ETag', () => `W/"datetime'2017-06-07T06%3A15%3A40.4771399Z'"`, 412],
    ['something else', () => 'nonsense', 412],
  ] as const)('%s', async (_given, ifMatch, status) => {
    const { api } = start();
    const saved = await api('PUT', offerPath, listedOffer());
    const headers = { 'If-Match': ifMatch(saved.headers.get('ETag') ?? '') };

    const answer = await api('PUT', offerPath, listedOffer({ title: 'Mine' }), headers);

    expect(answer.status).toBe(status);
    expect((await (await api('GET', offerPath)).text()).includes('Mine')).toBe(status === 200);
  });

  it('an ETag for an offer that is not there (any more) creates nothing', async () => {
    const { api, catalogue } = start();

    const answer = await api('PUT', offerPath, listedOffer(), { 'If-Match': 'W/"1"' });

    expect(answer.status).toBe(412);
    expect(catalogue.drafts.size).toBe(0);
  });
});

it('what only the server says is not saved, however it is spelled', async () => {
  const { api, catalogue } = testApp();
  const owned = {
    status: 'succeeded',
    version: 636576975,
    changedTime: '2001-01-01T00:00:00Z',
    eTag: 'x',
    Etag: 'x',
    lockStatus: 'none',
    pcMigrationStatus: 'migrated',
    isvUpgradeRequest: true,
  };

  const answer = await api('PUT', offerPath, { ...listedOffer(), ...owned });

  expect(await answer.json()).toMatchObject({
    status: 'neverPublished',
    version: 0,
    isvUpgradeRequest: false,
  });
  expect(catalogue.drafts.get('contoso/linux-vm')?.draft).toEqual(listedOffer());
});

describe('If-Match', () => {
  const older = `W/"datetime'2017-06-07T06%3A15%3A40.4771399Z'"`;

  it.each([
    ['the ETag without W/', (etag: string) => etag.replace('W/', ''), 200],
    ['a list with the ETag', (etag: string) => `"a", ${etag}`, 200],
    ['a list with the ETag without W/', (etag: string) => `${etag.replace('W/', '')},${older}`, 200],
    ['a list without the ETag', () => `"a", ${older}`, 412],
    ['a list of one thing that is no ETag', (etag: string) => `${etag}, nonsense`, 412],
    ['a text that is no ETag', () => '"*"', 412],
  ] as const)('%s', async (_given, ifMatch, status) => {
    const { api } = testApp();
    const saved = await api('PUT', offerPath, listedOffer());
    const headers = { 'If-Match': ifMatch(saved.headers.get('ETag') ?? '') };

    const answer = await api('PUT', offerPath, listedOffer({ title: 'Mine' }), headers);

    expect(answer.status).toBe(status);
  });

  it.each(['W/"1"', '"a", W/"b"'])('%s for an offer that is not there says so', async (etags) => {
    const { api, catalogue } = testApp();

    const answer = await api('PUT', offerPath, listedOffer(), { 'If-Match': etags });

    expect(answer.status).toBe(412);
    expect(await answer.json()).toMatchObject({
      error: { message: expect.stringMatching(/^There is no offer contoso\/linux-vm.*leave If-Match out/) },
    });
    expect(catalogue.drafts.size).toBe(0);
  });
});

it('an offer without its own name and its publisher’s gets those of the address', async () => {
  const { api, catalogue } = testApp();
  const { publisherId: _publisher, id: _id, ...nameless } = listedOffer();

  const answer = await api('PUT', offerPath, nameless);

  expect(answer.status).toBe(200);
  expect(catalogue.drafts.get('contoso/linux-vm')?.draft).toEqual(listedOffer());
});
