import { Client } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection, Worker } from '@temporalio/worker';
import { controlQueue, dataQueueBeside } from './domain/publication/queues';
import { type Config, ConfigError, readConfig } from './config';
import { createLog, type Log } from './log';
import { composeActivities } from './worker/compose';
import { openHealth } from './worker/health';
import { startHousekeeping } from './worker/housekeeping';
import type { Runs } from './services/ports';
import { publicationInLogs } from './worker/publication-in-logs';
import { temporalRuns } from './worker/temporal-runs';
import { installTelemetry } from './worker/telemetry';
import { startWebhooks } from './worker/webhooks';
import { payloadConverterPath, prebuiltWorkflowBundle } from './worker/workflow-bundle';

/** One worker process. Roles: `control` (workflows and light activities), `data` (images), `all`. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog('worker', config.LOG_LEVEL);
  installTelemetry(log, `${config.WORKER_HEALTH_HOST}:${config.METRICS_PORT}`);
  const [parts, connection] = await Promise.all([composeActivities(config, log), connect()]);
  const workers = await createWorkers(config, {
    connection: connection.native,
    namespace: connection.namespace,
    parts,
  });
  const housekeeping =
    config.WORKER_ROLE === 'data'
      ? undefined
      : startHousekeeping(
          { ...parts.services, ...parts.control, runs: connection.runs, publicUrl: config.PUBLIC_URL },
          log,
        );
  const webhooks = config.WORKER_ROLE === 'data' ? undefined : startWebhooks(parts.services, config, log);
  const health = await openHealth({
    host: config.WORKER_HEALTH_HOST,
    port: config.WORKER_HEALTH_PORT,
    workers,
    instance: config.INSTANCE_ID,
    checks: parts.services.checks,
  });
  log.info({ health: health.url, role: config.WORKER_ROLE }, 'worker started');
  stopOnSignal(workers, log);
  await Promise.all(workers.map((worker) => worker.run()));
  await Promise.all([housekeeping?.stop(), webhooks?.stop()]);
  await Promise.all([health.close(), parts.services.close()]);
  await connection.native.close();
}

async function connect(): Promise<{ native: NativeConnection; namespace: string | undefined; runs: Runs }> {
  const { connectionOptions, namespace } = loadClientConnectConfig({ disableFile: true });
  const native = await NativeConnection.connect(connectionOptions);
  const client = new Client({ connection: native, ...(namespace === undefined ? {} : { namespace }) });
  return { native, namespace, runs: temporalRuns(client) };
}

type Shared = {
  readonly connection: NativeConnection;
  readonly namespace: string | undefined;
  readonly parts: Awaited<ReturnType<typeof composeActivities>>;
};

async function createWorkers(config: Config, { connection, namespace, parts }: Shared): Promise<Worker[]> {
  const shared = {
    connection,
    ...(namespace === undefined ? {} : { namespace }),
    dataConverter: { payloadConverterPath },
    interceptors: { activity: [publicationInLogs] },
    // Copies get this long to write their journals before the process ends.
    shutdownGraceTime: 20_000,
  };
  const control = async (): Promise<Worker> =>
    Worker.create({
      ...shared,
      taskQueue: controlQueue,
      workflowBundle: { codePath: await prebuiltWorkflowBundle(config.BUNDLE_FOLDER) },
      activities: parts.control,
      maxCachedWorkflows: config.MAX_CACHED_WORKFLOWS,
    });
  const data = (): Promise<Worker> =>
    Worker.create({
      ...shared,
      taskQueue: dataQueueBeside(controlQueue),
      activities: parts.data,
      maxConcurrentActivityTaskExecutions: config.MAX_CONCURRENT_COPIES,
    });
  switch (config.WORKER_ROLE) {
    case 'control':
      return [await control()];
    case 'data':
      return [await data()];
    case 'all':
      return Promise.all([control(), data()]);
  }
}

function stopOnSignal(workers: readonly Worker[], log: Log): void {
  const stop = (signal: string): void => {
    log.info({ signal }, 'worker stops: no new work, copies write their journals');
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  const why = error instanceof ConfigError ? error.message : error;
  process.stderr.write(
    `The worker could not run. ${why instanceof Error ? (why.stack ?? why.message) : String(why)}\n`,
    // Open connections would keep the process, and nobody restarts one that does not end.
    () => process.exit(1),
  );
});
