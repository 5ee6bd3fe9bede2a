import { randomUUID } from 'node:crypto';
import { workflowIdOf } from '../../src/domain/offer/ids';
import { statusQuery } from '../../src/workflows/messages';
import type { publication } from '../../src/workflows/publication';
import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { rawPayload } from '../support/raw-signal';
import { until } from '../support/until';
import { untilStatus } from '../support/until-status';

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
});
afterEach(() => bench.close());

const start = (workflowId: string, ...args: readonly unknown[]): Promise<unknown> =>
  bench.temporal.workflow.start('publication', { workflowId, taskQueue: bench.taskQueue, args: [...args] });

it('publishes an offer for any service that knows the type name and two ids', async () => {
  const { activities } = fakePublicationActivities();
  await start(workflowIdOf(bench.offer), {
    ...bench.offer,
    notificationEmails: ['ann@contoso.com'],
    colour: 'red',
  });

  await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    // The run answers a moment before the server has noted what it set.
    const shown = await until('its status can be searched for', async () => {
      const { typedSearchAttributes } = await bench.handle().describe();
      const attributes = typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value] as const);
      const all = Object.fromEntries(attributes);
      return all['PublicationStatus'] === 'waitingForPublisherReview' && all;
    });
    expect(shown).toMatchObject({
      PublisherId: 'contoso',
      OfferId: bench.offer.offerId,
      OfferType: 'microsoft-azure-virtualmachines',
    });
    await bench.handle().terminate();
  });
});

it.each([
  ['nothing', []],
  ['a text', ['contoso/linux-vm']],
  ['an id in capitals', [{ publisherId: 'Contoso', offerId: 'linux-vm' }]],
  ['no offer id', [{ publisherId: 'contoso' }]],
  ['an address that is none', [{ publisherId: 'contoso', offerId: 'linux-vm', notificationEmails: ['ann'] }]],
  ['a version that is none', [{ publisherId: 'contoso', offerId: 'linux-vm', offerVersion: 0 }]],
])('completes failed with a finding when the input is %s', async (_what, args) => {
  const { activities, calls } = fakePublicationActivities();
  const workflowId = `wrong-input-${randomUUID()}`;
  await start(workflowId, ...args);

  const [result, status] = await bench.withWorker(activities, async () => [
    (await bench.temporal.workflow.result(workflowId)) as object,
    await until('the run answers', () =>
      bench.temporal.workflow.getHandle<typeof publication>(workflowId).query(statusQuery),
    ),
  ]);

  expect(result).toMatchObject({ outcome: 'failed', findings: [{ ruleId: 'publication.wrong-input' }] });
  expect(status).toMatchObject({
    outcome: 'failed',
    status: 'failed',
    cancellation: 'cannotCancel',
    steps: [{ status: 'blocked', findings: [{ ruleId: 'publication.wrong-input' }] }],
  });
  expect(calls).toEqual([]);
});

it('completes failed with a finding when nobody can decode the input', async () => {
  const { activities, calls } = fakePublicationActivities();
  const workflowId = `undecodable-input-${randomUUID()}`;
  await bench.temporal.workflowService.startWorkflowExecution({
    namespace: 'default',
    workflowId,
    workflowType: { name: 'publication' },
    taskQueue: { name: bench.taskQueue },
    requestId: randomUUID(),
    input: { payloads: [rawPayload({ encoding: 'json/protobuf', data: '{}' })] },
  });

  const result = await bench.withWorker(activities, () => bench.temporal.workflow.result(workflowId));

  expect(result).toMatchObject({ outcome: 'failed', findings: [{ ruleId: 'publication.wrong-input' }] });
  expect(calls).toEqual([]);
});

it("has no effect under a workflow id that is not the offer's", async () => {
  const { activities, calls } = fakePublicationActivities();
  const workflowId = `my-own-id-${randomUUID()}`;
  await start(workflowId, bench.offer);

  const result = (await bench.withWorker(activities, () =>
    bench.temporal.workflow.result(workflowId),
  )) as object;

  expect(result).toMatchObject({
    outcome: 'failed',
    findings: [{ ruleId: 'publication.foreign-workflow-id', expected: workflowIdOf(bench.offer) }],
  });
  expect(calls).toEqual([]);
});
