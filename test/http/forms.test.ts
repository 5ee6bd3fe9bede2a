import { listedOffer } from '../support/listed-offer';
import { publicationAt, publicationId } from '../support/publication-at';
import { apiToken, offerPath, pagePath, sessionCookie, testApp, type TestApp } from '../support/test-app';

async function atSignOff(): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  test.publish(publicationAt('signOff'));
  return test;
}

describe('signing in', () => {
  it('leaves a strict cookie, an address without the token, and opens the pages', async () => {
    const { app } = testApp();

    const answer = await app.request(`/sign-in?token=${apiToken}`);

    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/');
    const cookie = answer.headers.get('Set-Cookie') ?? '';
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).not.toContain(apiToken);
    const page = await app.request('/', { headers: { Cookie: cookie.split(';')[0] ?? '' } });
    expect(page.status).toBe(200);
  });

  it.each([
    ['no cookie', ''],
    ['a made-up cookie', 'offer_session=9999999999.abc'],
    ['an empty one', 'offer_session='],
  ])('is asked for with %s', async (_name, Cookie) => {
    const { app } = testApp();

    const answers = await Promise.all(
      ['/', `${pagePath}/status`].map(async (path) => app.request(path, { headers: { Cookie } })),
    );

    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  });

  it('ends after its time', async () => {
    const { app } = testApp();
    const cookie = await sessionCookie(app);
    const aYearLater = testApp({ clock: () => new Date('2027-11-20T12:00:00.000Z') });

    const answer = await aYearLater.app.request('/', { headers: { Cookie: cookie } });

    expect(answer.status).toBe(401);
  });

  it('gives nothing for a wrong token', async () => {
    const { app } = testApp();

    const answer = await app.request('/sign-in?token=wrong');

    expect(answer.headers.get('Set-Cookie')).toBeNull();
  });
});

describe('the buttons', () => {
  it('go live: the answer stands on the page, and the operation is kept', async () => {
    const { browse, client, catalogue } = await atSignOff();

    const answer = await browse(`${pagePath}/golive`, { notBefore: '' });

    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('role="status"');
    expect(client.sent).toEqual([
      { name: 'goLive', input: { actor: 'api', requestId: expect.any(String), publicationId } },
    ]);
    expect(catalogue.operationRows).toMatchObject([{ kind: 'goLive', publicationId, actor: 'api' }]);
  });

  it.each([
    ['signOff', 'golive/confirm', 'golive'],
    ['signOff', 'cancel/confirm', 'cancel'],
    ['scheduled', 'status', 'withdraw-golive'],
    ['awaitingAddress', 'status', 'notification-emails'],
  ] as const)('at %s, on the page %s, %s sent twice is one message', async (phase, page, verb) => {
    const { browse, client, catalogue, publish } = await atSignOff();
    publish(publicationAt(phase));
    const asking = await (await browse(`${pagePath}/${page}`)).text();
    const action = new RegExp(`action="[^"]*/${verb}">.*?name="requestId" value="([^"]+)"`);
    const requestId = action.exec(asking)?.[1] ?? '';
    const form = { requestId, emails: 'ann@contoso.com' };

    const answers = [await browse(`${pagePath}/${verb}`, form), await browse(`${pagePath}/${verb}`, form)];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await answers[1]?.text()).toContain('This form was sent before');
    expect(client.sent).toMatchObject([{ input: { requestId } }]);
    expect(catalogue.operationRows).toMatchObject([{ operationId: requestId }]);
  });

  it('say of a form that is sent again with another date that this date was not sent', async () => {
    const { browse, client } = await atSignOff();
    const requestId = '4f6c2a1e-8d3b-4c5a-9e7f-1a2b3c4d5e6f';
    await browse(`${pagePath}/golive`, { requestId, notBefore: '2026-12-24T08:00' });

    const again = await browse(`${pagePath}/golive?lang=es`, { requestId, notBefore: '2026-12-31T08:00' });

    expect(again.status).toBe(200);
    expect(await again.text()).toMatch(/role="status">.*?esta vez no se ha enviado nada.*?abra de nuevo/);
    expect(client.sent).toMatchObject([{ input: { notBefore: '2026-12-24T08:00:00.000Z' } }]);
  });

  it('ask before Go live for no time that has passed', async () => {
    const { browse } = await atSignOff();

    const page = await (await browse(`${pagePath}/golive/confirm`)).text();

    expect(page).toContain('name="notBefore" type="datetime-local" min="2026-11-20T12:00"');
  });

  it('leave an address that can be reloaded: it leads to the status page', async () => {
    const { browse } = await atSignOff();

    const answers = await Promise.all(
      ['golive', 'withdraw-golive', 'cancel', 'notification-emails'].map((verb) =>
        browse(`${pagePath}/${verb}?lang=es`),
      ),
    );

    for (const { status, headers } of answers) {
      expect([status, headers.get('Location')]).toEqual([303, `${pagePath}/status?lang=es`]);
    }
  });

  it('take a date in UTC', async () => {
    const { browse, client } = await atSignOff();

    await browse(`${pagePath}/golive`, { notBefore: '2026-12-24T08:00' });

    expect(client.sent[0]?.input).toMatchObject({ notBefore: '2026-12-24T08:00:00.000Z' });
  });

  it.each([
    ['has passed', '2026-11-19T08:00', 'Nov 19, 2026, 8:00:00 AM UTC has passed'],
    ['is no date', 'soon', 'it is wrong'],
  ])(
    'ask again for a date that %s, where it was typed, and send nothing on',
    async (_name, notBefore, reason) => {
      const { browse, catalogue } = await atSignOff();

      const answer = await browse(`${pagePath}/golive`, { notBefore });

      const page = await answer.text();
      expect(answer.status).toBe(422);
      expect(page).toMatch(
        new RegExp(
          `<input id="not-before"[^>]* value="${notBefore}" aria-invalid="true" aria-describedby="not-before-problem"`,
        ),
      );
      expect(page).toMatch(
        new RegExp(`<p class="error" id="not-before-problem" role="alert">[^<]*${reason}`),
      );
      expect(catalogue.operationRows).toEqual([]);
    },
  );

  it('say that a date has passed where there is nothing to ask any more', async () => {
    const { browse, publish } = await atSignOff();
    publish(publicationAt('live'));

    const answer = await browse(`${pagePath}/golive`, { notBefore: '2026-11-19T08:00' });

    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('This was refused');
  });

  it('cancel with a reason', async () => {
    const { browse, client } = await atSignOff();

    await browse(`${pagePath}/cancel`, { reason: 'wrong screenshot' });

    expect(client.sent[0]).toMatchObject({ name: 'cancel', input: { reason: 'wrong screenshot' } });
  });

  it('say why not when it is too late', async () => {
    const { browse, publish } = await atSignOff();
    publish(publicationAt('live'));

    const answer = await browse(`${pagePath}/cancel`, {});

    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('This was refused');
  });

  it('refuse wrong addresses and say so', async () => {
    const { browse, publish } = await atSignOff();
    publish(publicationAt('awaitingAddress'));

    const wrong = await browse(`${pagePath}/notification-emails`, { emails: 'nobody' });
    const right = await browse(`${pagePath}/notification-emails`, {
      emails: 'ann@contoso.com, bob@contoso.com',
    });

    expect([wrong.status, right.status]).toEqual([422, 200]);
  });

  it('keep on record who withdrew a go-live and who gave the addresses', async () => {
    const { browse, catalogue, publish } = await atSignOff();
    publish(publicationAt('scheduled'));

    await browse(`${pagePath}/withdraw-golive`, {});
    await browse(`${pagePath}/notification-emails`, { emails: 'ann@contoso.com' });

    expect(catalogue.operationRows.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['withdrawGoLive', 'api'],
      ['notificationEmails', 'api'],
    ]);
  });

  it.each([
    ['pending', 'not yet answered'],
    ['runFails', 'its run keeps failing'],
  ] as const)('tell that nothing is lost when the run does not answer: %s', async (next, told) => {
    const { browse, client } = await atSignOff();
    client.next = next;

    const page = await (await browse(`${pagePath}/golive`, {})).text();

    expect(page).toContain(told);
  });

  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  it.each([
    ['another site', { ...form, 'Sec-Fetch-Site': 'cross-site' }],
    ['another port of this machine', { ...form, 'Sec-Fetch-Site': 'same-site' }],
    ['another origin, by an old browser', { ...form, Origin: 'http://evil.example' }],
    ['a page without an origin', { ...form, Origin: 'null' }],
    ['nobody knows where', form],
  ])('refuse a form from %s, even with a session', async (_name, headers) => {
    const { app, client } = await atSignOff();
    const Cookie = await sessionCookie(app);

    const answers = await Promise.all(
      ['golive', 'withdraw-golive', 'cancel', 'notification-emails', 'support'].map(async (verb) =>
        app.request(`${pagePath}/${verb}`, { method: 'POST', headers: { ...headers, Cookie }, body: '' }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect(client.sent).toEqual([]);
  });

  it('refuse our own form without a session', async () => {
    const { app, client } = await atSignOff();

    const answer = await app.request(`${pagePath}/golive`, {
      method: 'POST',
      headers: { ...form, 'Sec-Fetch-Site': 'same-origin' },
      body: '',
    });

    expect(answer.status).toBe(401);
    expect(client.sent).toEqual([]);
  });

  it('accept our own form from an old browser that sends Origin only', async () => {
    const { app, client } = await atSignOff();

    const answer = await app.request(`http://127.0.0.1:8080${pagePath}/golive`, {
      method: 'POST',
      headers: {
        ...form,
        Origin: 'http://127.0.0.1:8080',
        Host: '127.0.0.1:8080',
        Cookie: await sessionCookie(app),
      },
      body: '',
    });

    expect(answer.status).toBe(200);
    expect(client.sent).toHaveLength(1);
  });
});
