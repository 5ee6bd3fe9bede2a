import { operationStateOf } from '../../../src/domain/publication/operation-state';
import { escapeHtml } from '../../../src/domain/text/mails/mail-blocks';
import { messageText } from '../../../src/domain/text/publication/publication';
import { publicationAt, publicationId, type Phase } from '../../support/publication-at';
import { publishableOffer } from '../../support/publishable-offer';
import { offerPath, testApp, type TestApp } from '../../support/test-app';
import { tokenFor } from '../../support/token-for';

const goLiveId = '33333333-3333-4333-8333-333333333333';
const otherGoLiveId = '55555555-5555-4555-8555-555555555555';

/** A publication in a phase, with its operations in the states that the log keeps. */
async function at(phase: Phase): Promise<TestApp> {
  const test = testApp();
  const { catalogue } = test;
  await test.api('PUT', offerPath, publishableOffer());
  test.publish(publicationAt(phase));
  const common = { publisherId: 'contoso', offerId: 'linux-vm', publicationId, actor: 'api' };
  await catalogue.operations.create({ ...common, operationId: publicationId, kind: 'publish' });
  await catalogue.operations.create({ ...common, operationId: goLiveId, kind: 'goLive' });
  const rows = catalogue.operationRows.map((row) => ({
    ...row,
    state: operationStateOf(row.kind, publicationAt(phase)),
  }));
  catalogue.operationRows.splice(0, 2, ...rows);
  return test;
}

const statusOf = async ({ api }: TestApp, operationId: string): Promise<string> => {
  const answer = await api('GET', `${offerPath}/operations/${operationId}`);
  return ((await answer.json()) as { status: string }).status;
};

describe('an operation tells what became of it', () => {
  it.each([
    ['certification', 'running', 'running'],
    // Publishing is done when the publisher can decide; going live is an operation of its own.
    ['signOff', 'succeeded', 'running'],
    ['scheduled', 'succeeded', 'running'],
    ['live', 'succeeded', 'succeeded'],
    ['certificationFailed', 'failed', 'failed'],
    // The preview had been there: what had succeeded stays so.
    ['canceled', 'succeeded', 'canceled'],
  ] as const)('in phase %s', async (phase, publish, goLive) => {
    const test = await at(phase);

    const told = [await statusOf(test, publicationId), await statusOf(test, goLiveId)];

    expect(told).toEqual([publish, goLive]);
  });

  it('a go-live that was withdrawn is canceled, whatever a later one brings', async () => {
    const test = await at('live');
    const { catalogue } = test;
    const [publish, goLive] = catalogue.operationRows;
    const later = (minute: number) => `2026-11-20T12:0${minute}:00.000Z`;
    catalogue.operationRows.splice(
      0,
      2,
      publish!,
      { ...goLive!, createdAt: later(1), state: 'succeeded' },
      { ...goLive!, operationId: '1', kind: 'withdrawGoLive', createdAt: later(2), state: 'succeeded' },
      { ...goLive!, operationId: otherGoLiveId, createdAt: later(3), state: 'succeeded' },
    );

    const told = [await statusOf(test, goLiveId), await statusOf(test, otherGoLiveId)];

    expect(told).toEqual(['canceled', 'succeeded']);
  });

  it.each(['en', 'es'] as const)(
    'a go-live that was refused has failed, and says why, whatever was withdrawn later (%s)',
    async (lang) => {
      const test = await at('live');
      const { catalogue } = test;
      const [publish, goLive] = catalogue.operationRows;
      const refusal = { code: 'message.alreadyDecided', params: { name: 'goLive', requestId: goLiveId } };
      const endedAt = '2026-11-20T12:01:00.000Z';
      const later = { createdAt: '2026-11-20T12:02:00.000Z', state: 'succeeded' } as const;
      catalogue.operationRows.splice(
        0,
        2,
        publish!,
        { ...goLive!, state: 'failed', refusal, endedAt },
        { ...goLive!, ...later, operationId: '1', kind: 'withdrawGoLive' },
      );

      const answer = await test.api('GET', `${offerPath}/operations/${goLiveId}?lang=${lang}`);

      expect(await answer.json()).toMatchObject({
        status: 'failed',
        messages: [
          { level: 'warning', timestamp: endedAt, messageHtml: escapeHtml(messageText(refusal, lang)) },
        ],
      });
    },
  );

  it('also after the draft of its offer was discarded', async () => {
    const test = await at('canceled');
    test.catalogue.drafts.clear();

    expect(await statusOf(test, goLiveId)).toBe('canceled');
  });

  it('also before any worker has begun the publication', async () => {
    const { api, catalogue } = testApp();
    await api('PUT', offerPath, publishableOffer());
    const accepted = await api('POST', `${offerPath}/publish`);

    const operation = await api('GET', accepted.headers.get('Location') ?? '');
    const submissions = await api('GET', `${offerPath}/submissions`);

    expect(await operation.json()).toMatchObject({ status: 'running', steps: [], offerVersion: 0 });
    expect(await submissions.json()).toMatchObject([
      { id: catalogue.operationRows[0]?.operationId, submissionState: 'running', slot: 'staging' },
    ]);
  });
});

describe('the list of submissions', () => {
  it('holds publish, go-live and cancel, newest first, and no operation that CPP does not know', async () => {
    const { api, catalogue } = await at('signOff');
    const common = { publisherId: 'contoso', offerId: 'linux-vm', publicationId, actor: 'api' };
    for (const kind of ['withdrawGoLive', 'reviewDecision', 'notificationEmails', 'cancel'] as const) {
      await catalogue.operations.create({ ...common, kind, operationId: crypto.randomUUID() });
    }

    const answer = await api('GET', `${offerPath}/submissions/`);

    expect(await answer.json()).toMatchObject([
      { submissionType: 'cancel', slot: 'staging' },
      { submissionType: 'golive', slot: 'production' },
      {
        id: publicationId,
        submissionType: 'publish',
        submissionState: 'succeeded',
        offerVersion: 1,
        publishingVersion: 1,
        definition: { metadata: { emails: 'ann@contoso.com' } },
      },
    ]);
  });

  it.each([
    'status=running',
    'submissionState=running',
    'submissionState=Running',
    'status=x&submissionState=running',
  ])('is narrowed by %s', async (filter) => {
    const { api } = await at('signOff');

    const answer = await api('GET', `${offerPath}/submissions/?api-version=2017-10-31&${filter}`);

    expect(await answer.json()).toMatchObject([{ id: goLiveId }]);
  });
});

describe('the older form of an operation’s address', () => {
  const old = (key: string): string => `/api/operations/${key}?api-version=2017-10-31`;

  it.each([
    ['contoso$linux-vm$1$preview', publicationId],
    ['contoso%24linux-vm%241%24preview', publicationId],
    ['contoso$linux-vm$1$live', goLiveId],
    ['contoso$linux-vm$1$production', goLiveId],
  ])('%s leads to the same operation', async (key, operationId) => {
    const { api } = await at('live');

    const answers = [await api('GET', old(key)), await api('GET', `${offerPath}/operations/${operationId}`)];

    expect(await answers[0]?.json()).toEqual(await answers[1]?.json());
  });

  it('leads there also after the draft of its offer was discarded', async () => {
    const { api, catalogue } = await at('canceled');
    catalogue.drafts.clear();

    const answers = await Promise.all(
      ['contoso$linux-vm$1$preview', 'contoso$linux-vm$1$live'].map((key) => api('GET', old(key))),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await answers[1]?.json()).toMatchObject({ status: 'canceled' });
  });

  it.each([
    ['another version', 'contoso$linux-vm$2$preview', 404],
    ['another offer', 'contoso$other$1$preview', 404],
    ['another slot', 'contoso$linux-vm$1$draft', 403],
    ['half a key', 'contoso$linux-vm', 403],
  ])('of %s is refused', async (_name, key, status) => {
    const test = await at('live');
    const headers = await tokenFor(test, 'contoso');

    const answer = await test.app.request(old(key), { headers });

    expect(answer.status).toBe(status);
  });

  it('of another publisher is 403, whether it is there or not', async () => {
    const test = await at('live');
    const headers = await tokenFor(test, 'fabrikam');

    const answers = await Promise.all(
      ['contoso$linux-vm$1$preview', 'contoso$other$9$preview', 'nobody$other$1$preview'].map(async (key) =>
        test.app.request(old(key), { headers }),
      ),
    );

    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(new Set(bodies).size).toBe(1);
  });
});
