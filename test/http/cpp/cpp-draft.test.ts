import { frozenVersion, listedOffer } from '../../support/listed-offer';
import { apiToken, offerPath, testApp, testSettings } from '../../support/test-app';

describe('who may use the API', () => {
  it.each([
    ['no token', {}],
    ['another token', { Authorization: 'Bearer not-the-token-at-all' }],
    ['a token that only begins right', { Authorization: `Bearer ${apiToken}x` }],
    ['another scheme', { Authorization: `Basic ${apiToken}` }],
  ])('answers 401 to %s and changes nothing', async (_name, headers) => {
    const { app, catalogue } = testApp();

    const answer = await app.request(offerPath, {
      method: 'PUT',
      headers,
      body: JSON.stringify(listedOffer()),
    });

    expect(answer.status).toBe(401);
    expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
    expect(await answer.json()).toMatchObject({ error: { code: 'Unauthorized' } });
    expect(catalogue.drafts.size).toBe(0);
  });

  it('lets nobody in when no token is set', async () => {
    const settings = { ...testSettings, apiToken: undefined };
    const { api, app } = testApp({ settings });

    const answers = [await api('GET', offerPath), await app.request('/sign-in?token=undefined')];

    expect(answers[0]?.status).toBe(401);
    expect(answers[1]?.headers.get('Set-Cookie')).toBeNull();
  });

  it('refuses another api-version in CPP’s words', async () => {
    const { api } = testApp();

    const answer = await api('GET', `${offerPath}?api-version=2016-01-01`);

    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: { code: 'InvalidAPIVersion', message: 'Invalid api version. Allowed values are [2017-10-31]' },
    });
  });
});

describe('the draft', () => {
  it('is saved whole and given back with its ETag', async () => {
    const { api } = testApp();
    const draft = { ...listedOffer(), 'unknown.key': { kept: [1, 2] } };

    const saved = await api('PUT', offerPath, draft);
    const read = await api('GET', `${offerPath}?api-version=2017-10-31`);

    expect(saved.status).toBe(200);
    expect(saved.headers.get('ETag')).toBe(read.headers.get('ETag'));
    expect(await read.json()).toMatchObject(draft);
  });

  it('is not overwritten when somebody else changed it meanwhile', async () => {
    const { api } = testApp();
    const first = await api('PUT', offerPath, listedOffer());
    const etag = first.headers.get('ETag') ?? '';
    await api('PUT', offerPath, listedOffer({ title: 'Theirs' }), { 'If-Match': etag });

    const late = await api('PUT', offerPath, listedOffer({ title: 'Mine' }), { 'If-Match': etag });

    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({ error: { code: 'PreconditionFailed' } });
    expect(await (await api('GET', offerPath)).text()).toContain('Theirs');
  });

  it('overwrites whatever stands there with If-Match: *', async () => {
    const { api } = testApp();
    await api('PUT', offerPath, listedOffer());

    const answer = await api('PUT', offerPath, listedOffer({ title: 'Mine' }), { 'If-Match': '*' });

    expect(answer.status).toBe(200);
  });

  it.each([
    ['no JSON', '{"publisherId": '],
    ['a list', '[]'],
    ['nothing', ''],
    ['no offer type', { definition: {} }],
    ['an unknown offer type', { offerTypeId: 'microsoft-azure-teapots' }],
    ['another publisher', { ...listedOffer(), publisherId: 'fabrikam' }],
    ['another offer', { ...listedOffer(), id: 'windows-vm' }],
    ['65 levels of nesting', `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`],
    ['400,000 levels of nesting', '['.repeat(400_000)],
  ])('answers 400 to %s and changes nothing', async (_name, body) => {
    const { api, catalogue } = testApp();

    const answer = await api('PUT', offerPath, body);

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { code: 'BadRequest', message: expect.stringMatching(/.{10}/) },
    });
    expect(catalogue.drafts.size).toBe(0);
  });

  it('counts brackets in texts as text', async () => {
    const { api } = testApp();

    const answer = await api('PUT', offerPath, listedOffer({ summary: `\\"${'['.repeat(100)}` }));

    expect(answer.status).toBe(200);
  });

  it('answers 413 to a body above 1 MiB', async () => {
    const { api, catalogue } = testApp();

    const answer = await api('PUT', offerPath, listedOffer({ description: 'x'.repeat(1024 * 1024) }));

    expect(answer.status).toBe(413);
    expect(catalogue.drafts.size).toBe(0);
  });

  it.each(['CONTOSO', 'a b', '..', `${'x'.repeat(51)}`, 'a.b'])('refuses the id "%s"', async (id) => {
    const { api } = testApp();

    const answer = await api('GET', `/api/publishers/${encodeURIComponent(id)}/offers/linux-vm`);

    expect([400, 404]).toContain(answer.status);
    expect(await answer.text()).toMatch(/"code":"(BadRequest|NotFound)"/);
  });

  it('says how to begin when there is no such offer', async () => {
    const { api } = testApp();

    const answer = await api('GET', offerPath);

    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('contoso/linux-vm');
  });
});

it('saving what was read is no difference to what was published before', async () => {
  const { api, catalogue } = testApp();
  await api('PUT', offerPath, listedOffer());
  catalogue.versions.push(frozenVersion());
  await api('PUT', offerPath, await (await api('GET', offerPath)).json());

  const difference = await api('GET', `${offerPath}/diff?from=1&to=Draft`);

  expect(await difference.json()).toMatchObject({ changes: [], patch: [] });
});
