import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
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

/** `/livez`: the process runs. `/readyz`: every worker polls and every dependency answers, each named. */
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

async function readiness(
  workers: readonly Worker[],
  checks: HealthOptions['checks'],
): Promise<{ readonly ok: boolean; readonly checks: Readonly<Record<string, string>> }> {
  const states = workers.map((worker) => [
    `worker ${worker.options.taskQueue}`,
    worker.getState() === 'RUNNING' ? 'ok' : worker.getState(),
  ]);
  const answers = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await check().then(() => 'ok', errorText)]),
  );
  const all = Object.fromEntries([...states, ...answers]) as Record<string, string>;
  return { ok: Object.values(all).every((answer) => answer === 'ok'), checks: all };
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
