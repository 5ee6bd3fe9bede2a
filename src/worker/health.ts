import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Worker } from '@temporalio/worker';
import { type Check, type Probe, readinessOf, sharedRound } from '../probes';

type Health = { readonly url: string; readonly close: () => Promise<void> };

export type HealthOptions = {
  readonly host: string;
  readonly port: number;
  readonly workers: readonly Worker[];
  /** What this process calls itself at `/livez`. */
  readonly instance: string | undefined;
  /** Asked at `/readyz`. */
  readonly probes: readonly Probe[];
};

/** `/livez`: the process runs. `/readyz`: every worker polls, and what of all it talks to does not answer. */
export async function openHealth(options: HealthOptions): Promise<Health> {
  const { host, port, workers, instance, probes } = options;
  const round = sharedRound(probes);
  const server = createServer((request, response) => {
    const answer =
      request.url === '/livez'
        ? Promise.resolve({ ok: true, instance })
        : round().then(readinessWith(workers));
    void answer.then((body) => {
      const status = request.url === '/livez' || request.url === '/readyz' ? (body.ok ? 200 : 503) : 404;
      response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { url: `http://${host}:${(server.address() as AddressInfo).port}`, close: () => closed(server) };
}

type Readiness = {
  readonly ok: boolean;
  /** Names of what is away that the work goes on without. */
  readonly degraded: readonly string[];
  readonly checks: Readonly<Record<string, string>>;
};

const readinessWith =
  (workers: readonly Worker[]) =>
  (checks: readonly Check[]): Readiness => {
    const states = workers.map(
      (worker) => [`worker ${worker.options.taskQueue}`, worker.getState()] as const,
    );
    const { ok, degraded } = readinessOf(checks);
    return {
      ok: ok && states.every(([, state]) => state === 'RUNNING'),
      degraded,
      checks: Object.fromEntries([
        ...states.map(([name, state]) => [name, state === 'RUNNING' ? 'ok' : state]),
        ...checks.map((check) => [check.name, check.ok ? 'ok' : (check.why ?? 'away')]),
      ]),
    };
  };

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
