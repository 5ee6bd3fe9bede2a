import { digestOf } from '../../../src/http/tokens/secret-token';
import { apiToken, testApp, type TestApp } from '../../support/test-app';
import { bearing, tokenFor } from '../../support/test-token';

const path = '/api/publishers/contoso/tokens';
type Made = { readonly tokenId: string; readonly token: string; readonly actor: string };

async function make(
  test: TestApp,
  body: object,
  as: { secret: string } = { secret: apiToken },
): Promise<Made> {
  return (await (await test.api('POST', path, body, bearing(as))).json()) as Made;
}

describe('making a token', () => {
  it('shows the secret once, keeps its hash only, and says who made it', async () => {
    const test = testApp();
    const owner = await tokenFor(test, 'Owner');

    const answer = await test.api('POST', path, { name: 'ci', role: 'Contributor' }, bearing(owner));
    const made = (await answer.json()) as Made;

    expect(answer.status).toBe(201);
    expect(made).toMatchObject({
      name: 'ci',
      role: 'Contributor',
      publisherId: 'contoso',
      actor: 'ci@contoso',
      createdBy: 'owner@contoso',
      expiresAt: null,
      token: expect.stringMatching(/^offer_[0-9A-Za-z]{49}$/),
    });
    const row = test.catalogue.tokens.rows.find(({ tokenId }) => tokenId === made.tokenId);
    expect(row?.digest).toEqual(digestOf(made.token));
    expect(JSON.stringify(test.catalogue.tokens.rows)).not.toContain(made.token);
    expect(test.catalogue.tokens.log).toContain('created ci by owner@contoso');
  });

  it('lets its holder in as what was granted, and remembers the use', async () => {
    const test = testApp();
    const { token } = await make(test, { name: 'ci', role: 'Contributor' });

    const me = await test.api('GET', '/api/me', undefined, bearing({ secret: token }));
    const list = await test.api('GET', path);

    expect(await me.json()).toEqual({ actor: 'ci@contoso', role: 'Contributor', publisherId: 'contoso' });
    expect(await list.json()).toMatchObject({
      tokens: [{ name: 'ci', createdBy: 'api', lastUsedAt: '2026-11-20T12:00:00.000Z' }],
    });
  });

  it.each([
    [{ name: 'boss', role: 'Operator' }, 403],
    [{ name: 'judge', role: 'Reviewer' }, 403],
    [{ name: 'peer', role: 'Owner' }, 201],
  ])('an owner grants no more than they have: %j', async (body, status) => {
    const test = testApp();
    const owner = await tokenFor(test, 'Owner');

    const answer = await test.api('POST', path, body, bearing(owner));

    expect(answer.status).toBe(status);
  });

  it('says which roles the caller can grant, and who can grant the others', async () => {
    const test = testApp();
    const owner = await tokenFor(test, 'Owner');

    const answer = await test.api('POST', path, { name: 'judge', role: 'Reviewer' }, bearing(owner));

    expect(await answer.json()).toMatchObject({
      code: 'Forbidden',
      detail: expect.stringMatching(/your role, Owner, .*: Owner, Contributor\. Ask an operator/) as string,
    });
  });

  it.each([
    [{ role: 'Owner' }, '/name'],
    [{ name: 'CI', role: 'Owner' }, '/name'],
    [{ name: 'ci', role: 'King' }, '/role'],
    [{ name: 'ci', role: 'Owner', expiresAt: 'tomorrow' }, '/expiresAt'],
    [{ name: 'ci', role: 'Owner', expiresAt: '2026-11-20T12:00:00Z' }, '/expiresAt'],
    [{ name: 'ci', role: 'Owner', publisherId: 'fabrikam' }, '/'],
  ])('says what is wrong with %j', async (body, pointer) => {
    const test = testApp();

    const answer = await test.api('POST', path, body);

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'BadRequest', errors: [{ pointer }] });
    expect(test.catalogue.tokens.rows).toEqual([]);
  });

  it('tells a name that is taken, and a publisher that is none', async () => {
    const test = testApp();
    await make(test, { name: 'ci', role: 'Owner' });

    const again = await test.api('POST', path, { name: 'ci', role: 'Contributor' });
    const nobodys = await test.api('POST', '/api/publishers/nobody/tokens', { name: 'ci', role: 'Owner' });

    expect([again.status, nobodys.status]).toEqual([409, 404]);
    expect(await again.json()).toMatchObject({ code: 'TokenNameTaken' });
  });

  it('is done with an expiry in any zone', async () => {
    const test = testApp();

    const { token } = await make(test, { name: 'ci', role: 'Owner', expiresAt: '2026-11-20T14:00:01+02:00' });

    expect((await test.api('GET', '/api/me', undefined, bearing({ secret: token }))).status).toBe(200);
  });
});

describe('revoking a token', () => {
  it('ends it at once, and again is the same', async () => {
    const test = testApp();
    const { token, tokenId } = await make(test, { name: 'ci', role: 'Owner' });

    const answers = [
      await test.api('DELETE', `${path}/${tokenId}`),
      await test.api('DELETE', `${path}/${tokenId}`),
    ];

    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect((await test.api('GET', '/api/me', undefined, bearing({ secret: token }))).status).toBe(401);
    expect(await (await test.api('GET', path)).json()).toEqual({ tokens: [] });
    expect(test.catalogue.tokens.log.filter((line) => line.startsWith('revoked'))).toEqual([
      'revoked ci by api',
    ]);
  });

  it('reaches no token of another publisher', async () => {
    const test = testApp();
    const theirs = await tokenFor(test, 'Owner', { publisherId: 'fabrikam' });
    const owner = await tokenFor(test, 'Owner');

    const answer = await test.api('DELETE', `${path}/${theirs.tokenId}`, undefined, bearing(owner));

    expect(answer.status).toBe(404);
    expect((await test.api('GET', '/api/me', undefined, bearing(theirs))).status).toBe(200);
  });
});

describe('tokens that reach every publisher', () => {
  it('are made, listed and revoked by operators of the installation', async () => {
    const test = testApp();

    const made = (await (
      await test.api('POST', '/api/tokens', { name: 'desk', role: 'Reviewer' })
    ).json()) as Made;
    const list = await test.api('GET', '/api/tokens');
    const me = await test.api('GET', '/api/me', undefined, bearing({ secret: made.token }));
    const gone = await test.api('DELETE', `/api/tokens/${made.tokenId}`);

    expect(await me.json()).toEqual({ actor: 'desk@*', role: 'Reviewer', publisherId: null });
    expect(await list.json()).toMatchObject({ tokens: [{ name: 'desk', publisherId: null }] });
    expect(gone.status).toBe(204);
  });

  it('are out of reach for an operator of one publisher', async () => {
    const test = testApp();
    const operator = await tokenFor(test, 'Operator');

    const answers = [
      await test.api('POST', '/api/tokens', { name: 'x', role: 'Reviewer' }, bearing(operator)),
      await test.api('POST', '/api/publishers', { id: 'litware' }, bearing(operator)),
    ];

    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });
});

describe('publishers', () => {
  it('are made by an operator and changed by their owner', async () => {
    const test = testApp();
    const owner = await tokenFor(test, 'Owner');

    const made = await test.api('POST', '/api/publishers', { id: 'contoso', displayText: ' Contoso ' });
    const again = await test.api('POST', '/api/publishers', { id: 'contoso' });
    const changed = await test.api(
      'PATCH',
      '/api/publishers/contoso',
      { language: 'es', goLiveVotes: 2 },
      bearing(owner),
    );

    expect([made.status, again.status, changed.status]).toEqual([201, 409, 200]);
    expect(await changed.json()).toEqual({
      id: 'contoso',
      displayText: 'Contoso',
      language: 'es',
      goLiveVotes: 2,
      createdAt: expect.any(String),
    });
    expect(test.catalogue.publishers.log).toEqual([
      'created contoso by api',
      'changed contoso by owner@contoso',
    ]);
  });

  it.each([
    { goLiveVotes: 3 },
    { goLiveVotes: '2' },
    { language: 'de' },
    { displayText: '' },
    { id: 'other' },
  ])('are not changed to %j', async (body) => {
    const test = testApp();
    await test.api('POST', '/api/publishers', { id: 'contoso' });

    const answer = await test.api('PATCH', '/api/publishers/contoso', body);

    expect(answer.status).toBe(400);
  });

  it('have to be there to be changed', async () => {
    const { api } = testApp();

    expect((await api('PATCH', '/api/publishers/nobody', {})).status).toBe(404);
  });
});

it('keeps no copy of a secret for an Idempotency-Key: repeated, the request is told what there is', async () => {
  const test = testApp();
  const ask = (): Promise<Response> =>
    test.api('POST', path, { name: 'ci', role: 'Owner' }, { 'Idempotency-Key': 'intention-1' });

  const answers = [await ask(), await ask()];

  expect(answers.map(({ status }) => status)).toEqual([201, 409]);
  expect(test.catalogue.tokens.rows).toHaveLength(1);
});
