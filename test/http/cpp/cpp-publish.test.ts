import type { Client } from '@temporalio/client';
import { createPublicationClient } from '../../../src/client';
import { runningId } from '../../fakes/fake-publication-client';
import { publicationAt, publicationId } from '../../support/publication-at';
import { offerPath, testApp } from '../../support/test-app';
import { publishableOffer } from '../../support/publishable-offer';

const emails = { metadata: { 'notification-emails': 'ann@contoso.com,bob@contoso.com' } };

describe('publishing over the API', () => {
  it('answers 202 with the operation’s address in both headers', async () => {
    const { api, client, catalogue } = testApp();
    await api('PUT', offerPath, publishableOffer());

    const answer = await api('POST', `${offerPath}/publish`, emails);

    expect(answer.status).toBe(202);
    const location = answer.headers.get('Location') ?? '';
    expect(location).toMatch(
      /^\/api\/publishers\/contoso\/offers\/linux-vm\/operations\/[0-9a-f-]{36}\?api-version=2017-10-31$/,
    );
    expect(answer.headers.get('Operation-Location')).toBe(location);
    expect(answer.headers.get('Retry-After')).toBe('2');
    expect(client.sent).toEqual([
      {
        name: 'publish',
        input: expect.objectContaining({
          publisherId: 'contoso',
          offerId: 'linux-vm',
          notificationEmails: ['ann@contoso.com', 'bob@contoso.com'],
          requestedBy: 'api',
          draftEtag: catalogue.drafts.get('contoso/linux-vm')?.etag,
        }),
      },
    ]);
  });

  it('lets the operation be read, with a slash at the end too', async () => {
    const { api } = testApp();
    await api('PUT', offerPath, publishableOffer());
    const { operationId } = (await (await api('POST', `${offerPath}/publish`, emails)).json()) as {
      operationId: string;
    };

    const answers = await Promise.all([
      api('GET', `${offerPath}/operations/${operationId}`),
      api('GET', `${offerPath}/operations/${operationId}/?api-version=2017-10-31`),
      api('GET', `${offerPath}/operations/00000000-0000-4000-8000-000000000000`),
      api('GET', `/api/publishers/contoso/offers/other/operations/${operationId}`),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 404]);
    expect(await answers[0]?.json()).toMatchObject({
      status: 'running',
      cancellationRequestState: 'cannotCancel',
    });
  });

  it('answers 422 with every finding and starts nothing', async () => {
    const { api, client, catalogue } = testApp();
    const broken = publishableOffer({
      'microsoft-azure-marketplace.title': '',
      'microsoft-azure-marketplace.summary': 'x'.repeat(101),
      'microsoft-azure-marketplace.supportContactEmail': 'nobody',
    });
    await api('PUT', offerPath, broken);

    const answer = await api('POST', `${offerPath}/publish`, emails);

    expect(answer.status).toBe(422);
    const { error } = (await answer.json()) as {
      error: {
        code: string;
        details: readonly { target: { pointer: string }; message: string; fix: string }[];
      };
    };
    expect(error.code).toBe('ValidationFailed');
    const pointers = error.details.map(({ target }) => target.pointer);
    for (const key of ['title', 'summary', 'supportContactEmail']) {
      expect(pointers).toContain(`/definition/offer/microsoft-azure-marketplace.${key}`);
    }
    for (const { message, fix } of error.details) expect([message, fix]).not.toContain('');
    expect(client.sent).toEqual([]);
    expect(catalogue.operationRows).toEqual([]);
  });

  it('hands the notes for reviewers on', async () => {
    const { api, client } = testApp();
    await api('PUT', offerPath, publishableOffer());
    const metadata = { ...emails.metadata, 'certification-notes': ' Sign in as demo. ' };

    await api('POST', `${offerPath}/publish`, { metadata });

    expect(client.sent[0]?.input).toMatchObject({ certificationNotes: 'Sign in as demo.' });
  });

  it('refuses notes that would be cut', async () => {
    const { api, client } = testApp();
    await api('PUT', offerPath, publishableOffer());
    const metadata = { 'certification-notes': 'x'.repeat(501) };

    const answer = await api('POST', `${offerPath}/publish`, { metadata });

    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("'metadata.certification-notes' must be at most 500 characters.");
    expect(client.sent).toEqual([]);
  });

  it('refuses addresses that are none', async () => {
    const { api, client } = testApp();
    await api('PUT', offerPath, publishableOffer());

    const answer = await api('POST', `${offerPath}/publish`, {
      metadata: { 'notification-emails': 'ann@contoso.com\r\nBcc: eve@evil.com' },
    });

    expect(answer.status).toBe(400);
    expect(client.sent).toEqual([]);
  });

  it('publishes without addresses: the publication will ask for one', async () => {
    const { api, client } = testApp();
    await api('PUT', offerPath, publishableOffer());

    const answer = await api('POST', `${offerPath}/publish`);

    expect(answer.status).toBe(202);
    expect(client.sent[0]?.input).not.toHaveProperty('notificationEmails');
  });

  it('answers 409 while a changed draft is being published', async () => {
    const { api, client, catalogue } = testApp();
    await api('PUT', offerPath, publishableOffer());
    client.next = 'otherDraft';

    const answer = await api('POST', `${offerPath}/publish`, emails);

    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ error: { code: 'PublicationRunning' } });
    expect(catalogue.operationRows).toEqual([]);
  });
});

describe('go-live and cancel over the API', () => {
  it('passes go-live on while it waits for sign-off', async () => {
    const { api, client, publish, catalogue } = testApp();
    await api('PUT', offerPath, publishableOffer());
    publish(publicationAt('signOff'));
    const requestId = '11111111-1111-4111-8111-111111111111';

    const answer = await api('POST', `${offerPath}/golive`, {
      requestId,
      notBefore: '2027-01-31T10:00:00+01:00',
    });

    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({
      operationId: requestId,
      publicationId,
      offerTypeId: 'microsoft-azure-virtualmachines',
      state: 'accepted',
    });
    expect(client.sent).toEqual([
      { name: 'goLive', input: { actor: 'api', requestId, notBefore: '2027-01-31T09:00:00.000Z' } },
    ]);
    expect(catalogue.operationRows).toMatchObject([
      { operationId: requestId, kind: 'goLive', publicationId },
    ]);
  });

  it.each([
    ['golive', 'certification', ['Awaiting publisher sign-off', 'Certification']],
    ['cancel', 'certification', ['sign-off', 'Certification']],
    ['golive', 'live', ['Live']],
    ['cancel', 'canceled', ['Publish canceled']],
  ] as const)('answers 409 to %s in phase %s, naming both phases', async (verb, phase, names) => {
    const { api, publish, catalogue } = testApp();
    await api('PUT', offerPath, publishableOffer());
    publish(publicationAt(phase));

    const answer = await api('POST', `${offerPath}/${verb}`);

    expect(answer.status).toBe(409);
    const { error } = (await answer.json()) as { error: { message: string } };
    for (const name of names) expect(error.message).toContain(name);
    expect(catalogue.operationRows).toEqual([]);
  });

  it.each([
    [undefined, '"Go live" is not possible now. Needed: Awaiting publisher sign-off. Current: Draft.'],
    [
      'certification',
      '"Go live" is not possible now. Needed: Awaiting publisher sign-off. Current: Certification - In progress.',
    ],
    ['live', '"Go live" is not possible now. Needed: Awaiting publisher sign-off. Current: Live.'],
  ] as const)('says where an offer stands once, by one name: %s', async (phase, message) => {
    const { api, publish } = testApp();
    await api('PUT', offerPath, publishableOffer());
    if (phase !== undefined) publish(publicationAt(phase));

    const answer = await api('POST', `${offerPath}/golive`);

    expect(await answer.json()).toMatchObject({ error: { message } });
  });

  it('answers 400 to a go-live at a time that has passed, saying how to go live now', async () => {
    const unreachable = { workflow: { getHandle: () => ({}) } } as unknown as Client;
    const { api, publish, catalogue } = testApp({ client: createPublicationClient(unreachable) });
    await api('PUT', offerPath, publishableOffer());
    publish(publicationAt('signOff'));

    const answer = await api('POST', `${offerPath}/golive`, { notBefore: '2020-01-31T09:00:00Z' });

    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: {
        code: 'BadRequest',
        message: expect.stringMatching(/^.*2020.* has passed\. Name a later time, or none to go live now\.$/),
      },
    });
    expect(catalogue.operationRows).toEqual([]);
  });

  it.each([
    ['pending', 'noAnswer'],
    ['runFails', 'runFails'],
  ] as const)('says "accepted, not yet answered", and why: %s', async (next, why) => {
    const { api, client, publish } = testApp();
    await api('PUT', offerPath, publishableOffer());
    publish(publicationAt('signOff'));
    client.next = next;

    const answer = await api('POST', `${offerPath}/cancel`, { reason: 'too early' });

    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({ state: 'pending', why });
  });

  it('books a message that is not yet answered on the run that has it, although the log knows only the one before', async () => {
    const { api, catalogue, client, publish } = testApp();
    await api('PUT', offerPath, publishableOffer());
    publish(publicationAt('canceled'));
    client.next = 'pending';
    Object.assign(client, { newestId: async () => runningId });

    const answer = await api('POST', `${offerPath}/cancel`);

    expect(answer.status).toBe(202);
    expect(catalogue.operationRows).toMatchObject([{ kind: 'cancel', publicationId: runningId }]);
  });

  it('accepts a message that nobody can tell the run of yet, and books it on none that has ended', async () => {
    const { api, catalogue, client, publish } = testApp();
    await api('PUT', offerPath, publishableOffer());
    publish(publicationAt('canceled'));
    client.next = 'pending';
    Object.assign(client, { newestId: () => Promise.reject(new Error('no worker answered')) });

    const answer = await api('POST', `${offerPath}/cancel`);

    expect(answer.status).toBe(202);
    expect(catalogue.operationRows).toMatchObject([{ kind: 'cancel', publicationId: '' }]);
  });

  it.each([
    ['a request id that is no UUID', 'golive', { requestId: '1' }],
    ['a date that is none', 'golive', { notBefore: 'tomorrow' }],
    ['a reason that is no text', 'cancel', { reason: 7 }],
    ['no addresses', 'notification-emails', {}],
    ['a decision that is none', 'review', { decision: 'maybe' }],
    ['a comment without words', 'review', { decision: 'approve', comments: [{ path: 'a' }] }],
  ])('answers 400 to %s', async (_name, verb, body) => {
    const { api, client, publish } = testApp();
    await api('PUT', offerPath, publishableOffer());
    publish(publicationAt('signOff'));

    const answer = await api('POST', `${offerPath}/${verb}`, body);

    expect(answer.status).toBe(400);
    expect(client.sent).toEqual([]);
  });
});

describe('the language of a publication', () => {
  it('is left to the publisher unless the call asks for one', async () => {
    const { api, client } = testApp();
    await api('PUT', offerPath, publishableOffer());

    await api('POST', `${offerPath}/publish`, emails);
    await api('POST', `${offerPath}/publish?lang=es`, emails);
    await api('POST', `${offerPath}/publish`, emails, { 'Accept-Language': 'ru, en;q=0.5' });

    expect(client.sent.map(({ input }) => (input as { language?: string }).language)).toEqual([
      undefined,
      'es',
      'ru',
    ]);
  });
});
