import type { CommandName } from '../../src/domain/publication/commands';
import type { PublicationStatus } from '../../src/domain/publication/status';
import { fakeOf } from '../fakes/fake-publication-activities';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { historyOf, replayProblems } from '../support/replays';
import { untilStatus } from '../support/until-status';
import { begin, reviewedFirst } from './plays';

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
});
afterEach(() => bench.close());

/** One person, as Azure DevOps names them and as they sign in here. */
const rita = 'rita@contoso.com';
const ritaHere = 'Rita@contoso.com (login.example.com)';

const inReview = ({ steps }: PublicationStatus): boolean =>
  steps.some(({ status }) => status === 'waitingForApproval');

const signal = (name: CommandName, message: object): Promise<void> => bench.handle().signal(name, message);

const refusals = ({ steps }: PublicationStatus): readonly unknown[] =>
  steps.flatMap(({ messages }) =>
    messages.filter(({ level }) => level === 'warning').map(({ message }) => message.params['expected']),
  );

it('lets nobody sign off what they have reviewed under another name', async () => {
  const { activities } = fakeOf('consulting-services', 'publish')();

  const result = await bench.withWorker(activities, async () => {
    await begin(bench);
    await untilStatus(bench, inReview);
    await bench.client.reviewDecision(bench.offer, { actor: rita, decision: 'approve' });
    await untilStatus(bench, 'waitingForPublisherReview');
    expect(await bench.client.goLive(bench.offer, { actor: ritaHere })).toMatchObject({
      kind: 'refused',
      message: { params: { expected: 'anotherPublisher' } },
    });
    await bench.client.goLive(bench.offer, { actor: 'ann' });
    return bench.client.result(bench.offer);
  });

  expect(result).toMatchObject({ outcome: 'live' });
});

it('lets nobody review what they have signed off under another name', async () => {
  const { activities } = fakeOf('microsoft-azure-applications', 'publish')();

  await bench.withWorker(activities, async () => {
    await begin(bench);
    await untilStatus(bench, 'waitingForPublisherReview');
    await bench.client.goLive(bench.offer, { actor: ritaHere });
    await untilStatus(bench, inReview);
    await signal('reviewDecision', { requestId: 'r1', actor: rita, decision: 'approve' });
    const status = await untilStatus(bench, (each) => refusals(each).length > 0);
    expect([refusals(status), status.review]).toEqual([['anotherActor'], null]);
    await bench.handle().terminate();
  });
  expect(await replayProblems([await historyOf(bench.handle())])).toEqual([]);
});

it('continues a run of an earlier release, in which one person by two names was two', async () => {
  const { activities } = fakeOf('consulting-services', 'publish')();
  await bench.withWorker(activities, async () => {
    await reviewedFirst(bench, 'approve');
    await signal('goLive', { requestId: 'r1', actor: 'ann' });
    await bench.client.result(bench.offer);
  });
  const { workflowId, history } = await historyOf(bench.handle());
  const earlier = withAnotherSender(history, 'Rita (login.example.com)');

  expect(await replayProblems([{ workflowId, history: earlier }])).toEqual([]);
});

type History = {
  readonly events: readonly {
    readonly workflowExecutionSignaledEventAttributes?: {
      readonly signalName: string;
      readonly input: { readonly payloads: readonly { readonly data: Uint8Array }[] };
    };
  }[];
};

/** The go-live that was accepted of Ann, as if somebody else had sent it. */
function withAnotherSender(history: unknown, actor: string): unknown {
  const { events } = history as History;
  const sent = events
    .flatMap(({ workflowExecutionSignaledEventAttributes: signaled }) => signaled ?? [])
    .filter(({ signalName }) => signalName === 'goLive')
    .flatMap(({ input }) => input.payloads);
  expect(sent).toHaveLength(1);
  for (const payload of sent)
    Object.assign(payload, { data: Buffer.from(JSON.stringify({ requestId: 'r1', actor })) });
  return history;
}
