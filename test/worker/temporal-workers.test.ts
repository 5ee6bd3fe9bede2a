import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Context } from '@temporalio/activity';
import { DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import { createPublicationClient } from '../../src/client';
import { workflowIdOf } from '../../src/domain/offer/ids';
import { controlQueue } from '../../src/domain/publication/queues';
import { createWorkers } from '../../src/worker/temporal-workers';
import {
  type FakePublicationActivities,
  fakePublicationActivities,
} from '../fakes/fake-publication-activities';
import { gate } from '../support/gate';
import { testStack } from '../support/stack';
import { type OwnNamespace, ownNamespace } from '../support/temporal-namespace';

Runtime.install({ logger: new DefaultLogger('ERROR') });

let own: OwnNamespace;
let connection: NativeConnection;
beforeAll(async () => {
  own = await ownNamespace(testStack().temporalAddress);
  connection = await NativeConnection.connect({ address: testStack().temporalAddress });
});
afterAll(async () => {
  await connection.close();
  await own.close();
});

/** The product's workers of a role, polling in a namespace of their own until `work` is done. */
async function withWorkers<T>(
  role: 'control' | 'data' | 'all',
  { activities }: FakePublicationActivities,
  work: (workers: readonly Worker[]) => Promise<T>,
): Promise<T> {
  const config = {
    WORKER_ROLE: role,
    BUNDLE_FOLDER: join(tmpdir(), `offer-publication-bundles-${process.getuid?.()}`),
    MAX_CACHED_WORKFLOWS: 10,
    MAX_CONCURRENT_COPIES: 4,
  };
  const parts = { control: activities, data: activities };
  const workers = await createWorkers(config, { connection, namespace: own.namespace, parts });
  const running = Promise.all(workers.map((worker) => worker.run()));
  try {
    return await work(workers);
  } finally {
    for (const worker of workers) worker.shutdown();
    await running;
  }
}

it.each([
  ['control', ['publication']],
  ['data', ['images']],
  ['all', ['publication', 'images']],
] as const)('polls as %s only what that role is for', async (role, queues) => {
  const polled = await withWorkers(role, fakePublicationActivities(), (workers) =>
    Promise.resolve(workers.map(({ options }) => options.taskQueue)),
  );

  expect(polled).toEqual(queues);
});

it('lets a copy hear of its cancellation after some heartbeats, not only when its timeout is near', async () => {
  const regions = 4;
  const { opened: allBeat, open } = gate();
  const heard: number[] = [];
  let beating = 0;
  const fake = fakePublicationActivities({
    async replicate() {
      const context = Context.current();
      let beats = 0;
      const timer = setInterval(() => {
        context.heartbeat();
        beats += 1;
        // The first one is sent at once.
        if (beats === 2) beating += 1;
        if (beating === regions) open();
      }, everySecond);
      return context.cancelled.finally(() => {
        clearInterval(timer);
        heard.push(beats);
      });
    },
  });
  const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
  const client = createPublicationClient(own.temporal, { taskQueue: controlQueue });

  await withWorkers('all', fake, async () => {
    await client.publish({ ...offer, notificationEmails: ['ann@contoso.com'] });
    await allBeat;
    await own.temporal.workflow.getHandle(workflowIdOf(offer)).cancel();
    await own.temporal.workflow.result(workflowIdOf(offer));
  });

  expect(heard).toHaveLength(regions);
  // One in ten is sent; with the SDK's own throttle it were one in 48.
  expect(Math.max(...heard)).toBeLessThan(48);
});

const everySecond = 1000;
