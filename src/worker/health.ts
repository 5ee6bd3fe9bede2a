import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Worker } from '@temporalio/worker';
import { errorText } from '../domain/text/error-text';

type Health = { readonly url: string; readonly close: () => Promise<void> };

export type HealthOptions = {
  readonly host: string;
  readonly port: number;
  readonly workers: readonly Worker[];
  /** What this process calls itself at `/livez`. */
  readonly instance: string | undefined;
  /** Each is asked at `/readyz`; a rejection's message is shown. */
  readonly checks: Readonly<Record<string, () => Promise<void>>>;
};

/** Without it no step goes on. Storage that is away holds up only the steps that need it. */
const vital = 'database';
const patienceMs = 3_000;

/** `/livez`: the process runs. `/readyz`: every worker polls, and what of all it talks to does not answer. */
export async function openHealth(options: HealthOptions): Promise<Health> {
  const { host, port, workers, instance, checks } = options;
  const server = createServer((request, response) => {
    const answer =
      request.url === '/livez' ? Promise.resolve({ ok: true, instance }) : readiness(workers, checks);
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

async function readiness(workers: readonly Worker[], checks: HealthOptions['checks']): Promise<Readiness> {
  const states = workers.map((worker) => [
    `worker ${worker.options.taskQueue}`,
    worker.getState() === 'RUNNING' ? 'ok' : worker.getState(),
  ]);
  const answers = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await answerOf(check)]),
  );
  const all = Object.fromEntries([...states, ...answers]) as Record<string, string>;
  const away = Object.keys(all).filter((name) => all[name] !== 'ok');
  const degraded = away.filter((name) => name in checks && name !== vital);
  return { ok: away.length === degraded.length, degraded, checks: all };
}

/** Whoever asks for readiness waits for seconds only, and a store tries for longer. */
const answerOf = (check: () => Promise<void>): Promise<string> =>
  Promise.race([
    check().then(() => 'ok', errorText),
    pause(patienceMs, `no answer within ${patienceMs / 1000} s`, { ref: false }),
  ]);

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
