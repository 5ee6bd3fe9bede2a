import { runningId } from '../../fakes/fake-publication-client';
import { editor, etagOf, withDraft } from '../../support/editor';
import { type Phase, publicationAt } from '../../support/publication-at';
import { publishableOffer } from '../../support/publishable-offer';
import { offerPath, pagePath, testApp, type TestApp } from '../../support/test-app';

const emails = { metadata: { 'notification-emails': 'ann@contoso.com' } };

/** A publication of the same draft that runs already. */
function runningAt(test: TestApp, phase: Phase): void {
  test.publish({ ...publicationAt(phase), publicationId: runningId });
  test.client.next = 'alreadyRunning';
}

async function waitingTest(phase: Phase = 'awaitingAddress'): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, publishableOffer());
  runningAt(test, phase);
  return test;
}

const handed = {
  name: 'notificationEmails',
  input: expect.objectContaining({ publicationId: runningId, emails: ['ann@contoso.com'] }) as object,
};

describe('publishing again with an address', () => {
  it('hands it to the publication that waits for one, and history knows by whom', async () => {
    const { api, client, catalogue } = await waitingTest();

    const answer = await api('POST', `${offerPath}/publish`, emails);

    expect(await answer.json()).toMatchObject({ publicationId: runningId, state: 'alreadyRunning' });
    expect(client.sent).toEqual([expect.objectContaining({ name: 'publish' }), handed]);
    expect(catalogue.operationRows).toContainEqual(
      expect.objectContaining({ kind: 'notificationEmails', publicationId: runningId, actor: 'api' }),
    );
  });

  it('hands it over also when the request comes again under its own id', async () => {
    const { api, client } = await waitingTest();
    const requestId = '11111111-1111-4111-8111-111111111111';

    await api('POST', `${offerPath}/publish`, { requestId });
    await api('POST', `${offerPath}/publish`, { requestId, ...emails });

    expect(client.sent).toEqual([expect.objectContaining({ name: 'publish' }), handed]);
  });

  it('leaves the addresses of a publication that has some', async () => {
    const { api, client } = await waitingTest('certification');

    await api('POST', `${offerPath}/publish`, {
      metadata: { 'notification-emails': 'bob@contoso.com' },
    });

    expect(client.sent.map(({ name }) => name)).toEqual(['publish']);
  });

  it('hands over nothing where none is given', async () => {
    const { api, client } = await waitingTest();

    await api('POST', `${offerPath}/publish`);

    expect(client.sent.map(({ name }) => name)).toEqual(['publish']);
  });

  it('is the same in the portal', async () => {
    const test = await withDraft();
    runningAt(test, 'awaitingAddress');

    const answer = await test.browse(`${editor}/publish`, { etag: etagOf(test), emails: 'ann@contoso.com' });

    expect(answer.headers.get('Location')).toBe(`${pagePath}/status`);
    expect(test.client.sent).toEqual([expect.objectContaining({ name: 'publish' }), handed]);
  });
});
