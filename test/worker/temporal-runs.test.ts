import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import { temporal as proto } from '@temporalio/proto';
import { NativeConnection } from '@temporalio/worker';
import { releaseResidue, type Residue } from '../../src/activities/withdraw';
import { openBlobStore } from '../../src/services/blob-storage/blob-store';
import { ownReviewBoard } from '../../src/services/review-board/own-review-board';
import { workflowIdOf } from '../../src/domain/offer/ids';
import { temporalRuns } from '../../src/worker/temporal-runs';
import { closeTerminatedRuns } from '../../src/worker/terminated-runs';
import { freshCatalogue, type FreshCatalogue } from '../support/fresh-catalogue';
import { testStack } from '../support/stack';
import { draft, query } from '../services/catalogue/sample';

let fresh: FreshCatalogue;
let connection: NativeConnection;
beforeEach(async () => {
  fresh = await freshCatalogue();
  connection = await NativeConnection.connect({ address: testStack().temporalAddress });
});
afterEach(async () => {
  await connection.close();
  await fresh.drop();
});

/** A run that waits for a worker which never comes, its publication open and in preview. */
async function parkedRun() {
  const offer = { publisherId: 'contoso', offerId: `linux-vm-${randomUUID().slice(0, 8)}` };
  const publicationId = randomUUID();
  const temporal = new Client({ connection });
  const handle = await temporal.workflow.start('publication', {
    workflowId: workflowIdOf(offer),
    taskQueue: queueOf(publicationId),
    args: [{ ...offer, publicationId }],
  });
  const { offers, publications, replicas } = fresh.catalogue;
  await offers.saveDraft(offer, draft(), { actor: 'ann' });
  await offers.freeze(offer, publicationId, { regions: ['westeurope'] });
  const opened = { publicationId, runId: handle.firstExecutionRunId, offer, offerVersion: 1 };
  await publications.open({ ...opened, language: 'en' });
  await replicas.claim('d1', 'westeurope', { ...offer, publicationId });
  await offers.setPreview(offer, { offerVersion: 1, packageDigest: 'package', publicationId });
  return { offer, publicationId, handle, temporal, runs: temporalRuns(temporal) };
}

const account = (name: string) => {
  const { blobUrl, accountKey } = testStack().storage;
  return openBlobStore({
    name,
    url: blobUrl(name),
    credential: { accountName: name, accountKey: accountKey(name) },
  });
};

type Parked = Awaited<ReturnType<typeof parkedRun>>;

async function look({ runs }: Parked): Promise<void> {
  await query(fresh.databaseUrl, `update publication set checked_at = checked_at - interval '1 minute'`);
  const regions = new Map([['westeurope', account('westeurope')]]);
  const reviewBoard = ownReviewBoard(fresh.catalogue.reviews);
  const stores = { staging: account('staging'), regions };
  const takeBack = (residue: Residue): Promise<void> =>
    releaseResidue({ ...fresh.catalogue, ...stores, reviewBoard }, residue);
  const roles = { ...fresh.catalogue, runs, takeBack, sendMail: async () => undefined };
  const pause = async (): Promise<void> => undefined;
  await closeTerminatedRuns({ ...roles, pause }, new AbortController().signal);
}

it('finds out that a run was terminated, and leaves nothing of its publication', async () => {
  const parked = await parkedRun();
  const { offer, publicationId, handle } = parked;
  const { publications, offers, replicas } = fresh.catalogue;
  await look(parked);
  const before = await publications.find(publicationId);
  await handle.terminate('by mistake');

  await look(parked);

  expect(before?.status.endedAt).toBeNull();
  expect((await publications.find(publicationId))?.status).toMatchObject({ outcome: 'canceled' });
  expect(await offers.find(offer)).toMatchObject({ status: 'canceled', previewVersion: null });
  expect(await replicas.find('d1', 'westeurope')).toBeUndefined();
});

it('closes nothing of which Temporal knows nothing', async () => {
  const parked = await parkedRun();
  const run = runOf(parked);
  await parked.handle.terminate();

  expect(await parked.runs.isTerminated(run)).toBe(true);
  expect(await parked.runs.isTerminated({ ...run, offerId: randomUUID() })).toBe(false);
});

it('finds out that a run was terminated although a later start was refused meanwhile', async () => {
  const parked = await parkedRun();
  await parked.handle.terminate();
  const later = await startAgain(parked);
  const whileAtWork = await parked.runs.isTerminated(runOf(parked));
  await answerTask(parked.temporal, later, [completes]);

  await look(parked);

  expect(whileAtWork).toBe(false);
  expect((await fresh.catalogue.publications.find(parked.publicationId))?.status).toMatchObject({
    outcome: 'canceled',
  });
});

it('does not take a run for terminated whose reset has ended by itself', async () => {
  const parked = await parkedRun();
  const { temporal, handle } = parked;
  const taskQueue = queueOf(parked.publicationId);
  await answerTask(temporal, taskQueue, []);
  const { events } = await handle.fetchHistory();
  await temporal.workflowService.resetWorkflowExecution({
    namespace,
    workflowExecution: { workflowId: handle.workflowId, runId: handle.firstExecutionRunId },
    workflowTaskFinishEventId: events?.at(-1)?.eventId ?? null,
    requestId: randomUUID(),
  });
  await answerTask(temporal, taskQueue, [completes]);

  expect(await parked.runs.isTerminated(runOf(parked))).toBe(false);
});

const namespace = 'default';
const completes: proto.api.command.v1.ICommand = {
  commandType: proto.api.enums.v1.CommandType.COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION,
  completeWorkflowExecutionCommandAttributes: {},
};
const runOf = ({ offer, handle }: Parked) => ({ ...offer, runId: handle.firstExecutionRunId });
const queueOf = (publicationId: string): string => `nobody-${publicationId}`;

/** The offer's next run; returns its task queue. */
async function startAgain({ temporal, offer }: Parked): Promise<string> {
  const taskQueue = queueOf(randomUUID());
  const workflowId = workflowIdOf(offer);
  await temporal.workflow.start('publication', { workflowId, taskQueue, args: [offer] });
  return taskQueue;
}

/** In the worker's place. */
async function answerTask(
  { workflowService }: Client,
  taskQueue: string,
  commands: readonly proto.api.command.v1.ICommand[],
): Promise<void> {
  const { taskToken } = await workflowService.pollWorkflowTaskQueue({
    namespace,
    taskQueue: { name: taskQueue },
    identity: 'test',
  });
  await workflowService.respondWorkflowTaskCompleted({ namespace, taskToken, commands: [...commands] });
}
