import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { json, rawSignal, type RawPayload } from '../support/raw-signal';
import { rawUpdate } from '../support/raw-update';
import { untilStatus } from '../support/until-status';

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
  await bench.client.publish({ ...bench.offer, notificationEmails: ['ann@contoso.com'] });
});
afterEach(() => bench.close());

const goLive = { requestId: 'the-one', actor: 'ann' };
const undecodable = { encoding: 'json/protobuf', data: '{}' };
const unknown: readonly [what: string, name: string, payload: RawPayload][] = [
  ['an unknown name', 'goLife', json(goLive)],
  ['an unknown name nobody can decode', 'goLife', undecodable],
  ["a name of the SDK's own", '__temporal_x', json(goLive)],
];

it.each(unknown)('records a signal with %s and goes on', async (_what, name, payload) => {
  const { activities } = fakePublicationActivities();

  await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    await rawSignal(bench, name, [payload]);
    const status = await untilStatus(bench, (now) => codesOf(now).includes('message.unknown'));
    expect(status.status).toBe('waitingForPublisherReview');
    const answer = await bench.client.goLive(bench.offer, { actor: 'ann' });
    expect(answer.kind).toBe('accepted');
    expect((await bench.client.result(bench.offer)).outcome).toBe('live');
  });
});

it.each(unknown)('refuses an update with %s, leaving no trace, and goes on', async (_what, name, payload) => {
  const { activities } = fakePublicationActivities();

  await bench.withWorker(activities, async () => {
    const before = await untilStatus(bench, 'waitingForPublisherReview');
    const { words } = await rawUpdate(bench, name, [payload]);
    expect(words).toBe(`No registered handler for update: ${name}`);
    expect(await untilStatus(bench, () => true)).toEqual(before);
    const { events = [] } = await bench.handle().fetchHistory();
    expect(events?.some((event) => event.workflowTaskFailedEventAttributes)).toBe(false);
    const answer = await bench.client.goLive(bench.offer, { actor: 'ann' });
    expect(answer.kind).toBe('accepted');
    expect((await bench.client.result(bench.offer)).outcome).toBe('live');
  });
});

it('reads a good signal although a second argument is undecodable', async () => {
  const { activities } = fakePublicationActivities();

  await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    await rawSignal(bench, 'goLive', [json(goLive), undecodable]);
    expect((await bench.client.result(bench.offer)).outcome).toBe('live');
  });
});

it('accepts a good update although a second argument is undecodable', async () => {
  const { activities } = fakePublicationActivities();

  await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    const answer = await rawUpdate(bench, 'goLive', [json(goLive), undecodable]);
    expect(answer).toMatchObject({ success: { kind: 'accepted', message: { code: 'goLive.accepted' } } });
    expect((await bench.client.result(bench.offer)).outcome).toBe('live');
  });
});

it('gives a repeated requestId its first answer, also when the state has moved on', async () => {
  const { activities } = fakePublicationActivities();

  await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    const later = new Date(Date.now() + 86_400_000).toISOString();
    const first = await bench.client.goLive(bench.offer, { ...goLive, notBefore: later });
    await bench.client.withdrawGoLive(bench.offer, { actor: 'ann' });
    const again = await bench.client.goLive(bench.offer, goLive);
    expect(again).toEqual(first);
    expect((await untilStatus(bench, () => true)).goLive.votes).toEqual([]);
    await bench.handle().terminate();
  });
});

it('takes a requestId that another message used for this message, not for that one', async () => {
  const { activities } = fakePublicationActivities();

  await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    const message = { actor: 'ann', requestId: 'e1' };
    await bench.client.provideNotificationEmails(bench.offer, { ...message, emails: ['bob@contoso.com'] });
    const answer = await bench.client.goLive(bench.offer, message);
    expect(answer).toMatchObject({ kind: 'accepted', message: { code: 'goLive.accepted' } });
    expect((await bench.client.result(bench.offer)).outcome).toBe('live');
  });
});

it('takes the first of two decisions that arrive in one task', async () => {
  const { activities } = fakePublicationActivities();
  await bench.withWorker(activities, () => untilStatus(bench, 'waitingForPublisherReview'));
  await rawSignal(bench, 'cancel', [json({ requestId: 'c', actor: 'ann' })]);
  await rawSignal(bench, 'goLive', [json({ requestId: 'g', actor: 'bob' })]);

  const result = await bench.withWorker(activities, () => bench.client.result(bench.offer));

  expect(result.outcome).toBe('canceled');
});

it('keeps a message that arrived while no worker was up, and says so', async () => {
  const { activities } = fakePublicationActivities();
  const impatient = await publicationBench(300);
  await impatient.client.publish({ ...impatient.offer, notificationEmails: ['ann@contoso.com'] });
  await impatient.withWorker(activities, () => untilStatus(impatient, 'waitingForPublisherReview'));

  const answer = await impatient.client.goLive(impatient.offer, { actor: 'ann' });
  const result = await impatient.withWorker(activities, () => impatient.client.result(impatient.offer));

  expect(answer.kind).toBe('pending');
  expect(result.outcome).toBe('live');
  await impatient.close();
  await bench.handle().terminate();
});

it('refuses an update in the wrong state with the expected and the current one, leaving no trace', async () => {
  const { activities } = fakePublicationActivities();

  await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    const refusal = await bench
      .handle()
      .executeUpdate('withdrawGoLive', { args: [goLive] })
      .catch((error: { cause?: { type?: string; message?: string } }) => error.cause);
    expect(refusal).toMatchObject({ type: 'wrongState' });
    expect((refusal as Error).message).toMatch(/sign-?off/i);
    const { events = [] } = await bench.handle().fetchHistory();
    expect(events?.some((event) => event.workflowExecutionUpdateAcceptedEventAttributes)).toBe(false);
    expect(codesOf(await untilStatus(bench, () => true))).not.toContain('message.wrongState');
    await bench.handle().terminate();
  });
});

it('answers a malformed message with its reason instead of an error', async () => {
  const { activities } = fakePublicationActivities();

  await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    const answer = await bench.client.provideNotificationEmails(bench.offer, { actor: 'ann', emails: [] });
    expect(answer).toMatchObject({
      kind: 'refused',
      code: 'malformed',
      message: { code: 'message.malformed' },
    });
    await bench.handle().terminate();
  });
});

it('answers that there is no publication when none runs', async () => {
  await bench.handle().terminate();

  expect((await bench.client.cancel(bench.offer, { actor: 'ann' })).kind).toBe('noPublication');
});

const codesOf = ({
  steps,
}: {
  readonly steps: readonly {
    readonly messages: readonly { readonly message: { readonly code: string } }[];
  }[];
}): string[] => steps.flatMap(({ messages }) => messages.map(({ message }) => message.code));
