import { startWorkerProcess } from '../../bench/start-worker-process';

it('fails what waits for workers whose process ends by itself, and can be stopped afterwards', async () => {
  const nowhere = '127.0.0.1:1';
  const asked = { taskQueue: 'nobody', codePath: '/nowhere', maxCachedWorkflows: 1 };
  const worker = await startWorkerProcess(nowhere, asked, () => undefined);

  const lost = await worker.lost.catch(String);
  await worker.stop();

  expect(lost).toBe("Error: The workers' process ended by itself (1).");
});
