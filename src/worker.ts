import { Client } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection, type Worker } from '@temporalio/worker';
import { ConfigError, readConfig } from './config';
import { createLog, type Log } from './log';
import { readinessProbes } from './probes';
import { composeActivities } from './worker/compose';
import { openHealth } from './worker/health';
import { startHousekeeping } from './worker/housekeeping';
import type { Runs } from './services/ports';
import { temporalRuns } from './worker/temporal-runs';
import { createWorkers } from './worker/temporal-workers';
import { installTelemetry } from './worker/telemetry';
import { startWebhooks } from './worker/webhooks';

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
    probes: readinessProbes({
      ...parts.services,
      regions: [...parts.services.regions.values()],
      temporal: connection,
    }),
  });
  log.info({ health: health.url, role: config.WORKER_ROLE }, 'worker started');
  stopOnSignal(workers, log);
  await Promise.all(workers.map((worker) => worker.run()));
  await Promise.all([housekeeping?.stop(), webhooks?.stop()]);
  await Promise.all([health.close(), parts.services.close()]);
  await connection.native.close();
}

type Connected = {
  readonly native: NativeConnection;
  readonly namespace: string | undefined;
  readonly runs: Runs;
  readonly ping: () => Promise<void>;
};

async function connect(): Promise<Connected> {
  const { connectionOptions, namespace } = loadClientConnectConfig({ disableFile: true });
  const native = await NativeConnection.connect(connectionOptions);
  const client = new Client({ connection: native, ...(namespace === undefined ? {} : { namespace }) });
  const ping = async (): Promise<void> => void (await native.workflowService.getSystemInfo({}));
  return { native, namespace, runs: temporalRuns(client), ping };
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
