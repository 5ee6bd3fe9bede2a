import { messageText } from '../../../src/domain/text/publication/publication';
import { runningId } from '../../fakes/fake-publication-client';
import { publicationAt, publicationId } from '../../support/publication-at';
import { publishableOffer } from '../../support/publishable-offer';
import { offerPath, testApp, type TestApp } from '../../support/test-app';

const requestId = '11111111-1111-4111-8111-111111111111';

async function withDraft(): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, publishableOffer());
  return test;
}

type Accepted = { readonly operationId: string; readonly publicationId: string; readonly state: string };
const read = async (answer: Response): Promise<Accepted> => (await answer.json()) as Accepted;

describe('a publish whose answer was lost', () => {
  it('is asked for again without a second publication', async () => {
    const { api, client } = await withDraft();
    const first = await api('POST', `${offerPath}/publish`, { requestId });

    const again = await api('POST', `${offerPath}/publish`, { requestId: requestId.toUpperCase() });

    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.headers.get('Operation-Location')).toBe(first.headers.get('Operation-Location'));
    expect(client.sent).toHaveLength(1);
  });

  it('names the publication by the request’s id', async () => {
    const { api, client } = await withDraft();

    const answer = await read(await api('POST', `${offerPath}/publish`, { requestId }));

    expect(answer).toEqual({
      operationId: requestId,
      publicationId: requestId,
      offerTypeId: 'microsoft-azure-virtualmachines',
      state: 'started',
    });
    expect(client.sent).toMatchObject([{ input: { publicationId: requestId } }]);
  });

  it('is found in the log when the process died before it noted the operation', async () => {
    const { api, client, catalogue, publish } = await withDraft();
    publish({ ...publicationAt('certificationFailed'), publicationId: requestId });

    const answer = await read(await api('POST', `${offerPath}/publish`, { requestId }));

    expect(answer).toMatchObject({ operationId: requestId, publicationId: requestId });
    expect(client.sent).toEqual([]);
    expect(catalogue.operationRows).toHaveLength(1);
  });

  it('is answered although the draft has changed since', async () => {
    const { api, client } = await withDraft();
    client.next = 'ownOtherDraft';

    const answer = await api('POST', `${offerPath}/publish`, { requestId });

    expect(answer.status).toBe(202);
  });

  it('that joined a running publication does not start another after that has ended', async () => {
    const { api, client } = await withDraft();
    client.next = 'alreadyRunning';
    const joined = await read(await api('POST', `${offerPath}/publish`, { requestId }));
    client.next = undefined;

    const again = await read(await api('POST', `${offerPath}/publish`, { requestId }));

    expect(joined).toEqual({
      operationId: requestId,
      publicationId: runningId,
      offerTypeId: 'microsoft-azure-virtualmachines',
      state: 'alreadyRunning',
    });
    expect(again).toEqual(joined);
    expect(client.sent).toHaveLength(1);
  });

  it('without an id is the operation of the running publication', async () => {
    const { api, client, catalogue } = await withDraft();
    client.next = 'alreadyRunning';

    const answers = [
      await read(await api('POST', `${offerPath}/publish`)),
      await read(await api('POST', `${offerPath}/publish`)),
    ];

    expect(answers.map(({ operationId }) => operationId)).toEqual([runningId, runningId]);
    expect(catalogue.operationRows).toHaveLength(1);
  });
});

describe('a message whose answer was lost', () => {
  it.each([
    ['golive', 'signOff', {}],
    ['withdraw-golive', 'scheduled', {}],
    ['notification-emails', 'certification', { emails: ['ann@contoso.com'] }],
  ] as const)('%s is not sent twice', async (verb, phase, body) => {
    const { api, client, publish } = await withDraft();
    publish(publicationAt(phase));

    const answers = [
      await api('POST', `${offerPath}/${verb}`, { requestId, ...body }),
      await api('POST', `${offerPath}/${verb}`, { requestId, ...body }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(await read(answers[1]!)).toEqual({
      operationId: requestId,
      publicationId,
      offerTypeId: 'microsoft-azure-virtualmachines',
      state: 'accepted',
    });
    expect(client.sent).toHaveLength(1);
  });
});

it.each(['golive', 'cancel'] as const)(
  'a %s that was taken is not refused because the publication has ended since',
  async (verb) => {
    const { api, catalogue, publish } = await withDraft();
    const params = { actor: 'api', requestId };
    const code = verb === 'golive' ? 'goLive.accepted' : 'cancel.accepted';
    const phase = verb === 'golive' ? 'live' : 'canceled';
    publish(
      publicationAt(phase, [
        { kind: 'messageAdded', step: 'publisher-signoff', level: 'information', message: { code, params } },
      ]),
    );

    const answer = await api('POST', `${offerPath}/${verb}`, { requestId });

    expect(answer.status).toBe(202);
    expect(catalogue.operationRows).toMatchObject([{ operationId: requestId, publicationId }]);
  },
);

it('a go-live that was refused is not called taken because the refusal names it', async () => {
  const { api, catalogue, publish } = await withDraft();
  const params = {
    name: 'goLive',
    requestId,
    expected: 'waitingForPublisherReview',
    current: 'displaycertify',
  };
  const message = { code: 'message.wrongState', params };
  publish(
    publicationAt('live', [{ kind: 'messageAdded', step: 'publisher-signoff', level: 'warning', message }]),
  );

  const answer = await api('POST', `${offerPath}/golive`, { requestId });

  expect(answer.status).toBe(409);
  expect(catalogue.operationRows).toEqual([]);
});

it('a go-live that was taken, and refused since, is refused when it comes again, in the words of the refusal', async () => {
  const { api, client, catalogue } = await withDraft();
  const taken = { operationId: requestId, kind: 'goLive', publicationId, actor: 'api' } as const;
  await catalogue.operations.create({ publisherId: 'contoso', offerId: 'linux-vm', ...taken });
  const params = { name: 'goLive', requestId, current: 'canceled' };
  const refusal = { code: 'message.ended', params };
  const endedAt = '2026-11-20T12:01:00.000Z';
  const [row] = catalogue.operationRows.splice(0);
  catalogue.operationRows.push({ ...row!, state: 'failed', refusal, endedAt });

  const answer = await api('POST', `${offerPath}/golive`, { requestId });

  expect(answer.status).toBe(409);
  const message = messageText(refusal, 'en');
  expect(await answer.json()).toMatchObject({ error: { code: 'wrongState', message } });
  expect(client.sent).toEqual([]);
});

it.each([
  ['another message', `${offerPath}/cancel`],
  ['a publish', `${offerPath}/publish`],
])('an id that was used is refused for %s', async (_name, address) => {
  const { api, client, publish } = await withDraft();
  publish(publicationAt('signOff'));
  await api('POST', `${offerPath}/golive`, { requestId });

  const answer = await api('POST', address, { requestId });

  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain(requestId);
  expect(client.sent).toHaveLength(1);
});

it('an id that names another offer’s publication starts nothing', async () => {
  const { api, client, publish } = await withDraft();
  publish({ ...publicationAt('live'), publicationId: requestId, offerId: 'other' });

  const answer = await api('POST', `${offerPath}/publish`, { requestId });

  expect(answer.status).toBe(400);
  expect(client.sent).toEqual([]);
});

it('an id that another publisher uses for a message is free, and unknown here', async () => {
  const { api, client, catalogue, publish } = await withDraft();
  publish(publicationAt('signOff'));
  const theirs = { publisherId: 'fabrikam', offerId: 'linux-vm', publicationId: 'p9', actor: 'eve@fabrikam' };
  await catalogue.operations.create({ ...theirs, operationId: requestId, kind: 'goLive' });

  const before = await api('GET', `${offerPath}/operations/${requestId}`);
  const answer = await api('POST', `${offerPath}/golive`, { requestId });

  expect(before.status).toBe(404);
  expect(await read(answer)).toEqual({
    operationId: requestId,
    publicationId,
    offerTypeId: 'microsoft-azure-virtualmachines',
    state: 'accepted',
  });
  expect(client.sent).toHaveLength(1);
});

it('an id is refused alike, whoever has used it for another publication', async () => {
  const refusalWhen = async (publisherId: string, offerId: string): Promise<string> => {
    const { api, publish } = await withDraft();
    publish({ ...publicationAt('live'), publicationId: requestId, publisherId, offerId });
    return (await api('POST', `${offerPath}/publish`, { requestId })).text();
  };

  expect(await refusalWhen('fabrikam', 'linux-vm')).toBe(await refusalWhen('contoso', 'other'));
});

describe('a message for one publication only', () => {
  const other = '33333333-3333-4333-8333-333333333333';
  const inReview = publicationAt('certification', [
    { kind: 'stepChanged', step: 'displaycertify', status: 'waitingForApproval' },
  ]);

  it.each([
    ['golive', publicationAt('signOff'), {}],
    ['cancel', publicationAt('signOff'), {}],
    ['withdraw-golive', publicationAt('scheduled'), {}],
    ['notification-emails', publicationAt('certification'), { emails: ['ann@contoso.com'] }],
    ['review', inReview, { decision: 'approve' }],
  ] as const)('%s reaches no other one', async (verb, status, body) => {
    const { api, catalogue, publish } = await withDraft();
    publish(status);

    const refused = await api('POST', `${offerPath}/${verb}`, { ...body, publicationId: other });
    const taken = await api('POST', `${offerPath}/${verb}`, { ...body, publicationId });

    expect([refused.status, taken.status]).toEqual([409, 202]);
    expect(await refused.json()).toMatchObject({ error: { code: 'otherPublication' } });
    expect(catalogue.operationRows).toHaveLength(1);
  });
});
