import { webhook, webhooks, withDraft, withKey } from '../../support/idempotent';

describe('a webhook made twice with one key', () => {
  const secretOf = async (answer: Response): Promise<unknown> =>
    ((await answer.json()) as { secret?: string }).secret;

  it('is one webhook: its first answer again, without the secret that was shown once', async () => {
    const { api, catalogue } = await withDraft();
    const first = await api('POST', webhooks, webhook, withKey());

    const again = await api('POST', webhooks, webhook, withKey());

    const { secret, ...made } = (await first.json()) as { secret: string };
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(secret).toMatch(/^whsec_/);
    expect(await again.json()).toEqual(made);
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect(catalogue.webhooks.rows.size).toBe(1);
  });

  it('is one although a publisher can have no more', async () => {
    const { api } = await withDraft();
    for (let made = 1; made < 20; made += 1) await api('POST', webhooks, webhook);
    await api('POST', webhooks, webhook, withKey());

    const again = await api('POST', webhooks, webhook, withKey());
    const other = await api('POST', webhooks, webhook, withKey('another'));

    expect([again.status, other.status]).toEqual([201, 409]);
  });

  it.each([
    ['asks for something else', { ...webhook, mode: 'binary' }, withKey()],
    ['has another key', webhook, withKey('another')],
  ])('is two when the second request %s', async (_name, body, headers) => {
    const { api, catalogue } = await withDraft();
    await api('POST', webhooks, webhook, withKey());

    const other = await api('POST', webhooks, body, headers);

    expect(await secretOf(other)).toMatch(/^whsec_/);
    expect(catalogue.webhooks.rows.size).toBe(2);
  });

  it('is made anew once it was removed', async () => {
    const { api } = await withDraft();
    const made = (await (await api('POST', webhooks, webhook, withKey())).json()) as { id: string };
    await api('DELETE', `${webhooks}/${made.id}`);

    const again = await api('POST', webhooks, webhook, withKey());

    expect(await secretOf(again)).toMatch(/^whsec_/);
  });
});
