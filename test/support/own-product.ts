import { join } from 'node:path';
import { ownProcess as component } from '../../src/local/components/own-process';
import { freePort } from '../../src/local/process/ports';
import { type OwnProcess, ownProcess } from './own-server';
import type { Workshop } from './workshop';

export type WorkerRole = 'control' | 'data' | 'all';
export type Environment = Readonly<Record<string, string>>;

const root = join(__dirname, '../..');

/** The worker as it is deployed: a process of its own that knows nothing but its environment. */
export async function ownWorker(
  workshop: Workshop,
  environment: Environment,
  { name, role }: { readonly name: string; readonly role: WorkerRole },
): Promise<OwnProcess> {
  const [health, metrics] = [await freePort(), await freePort()];
  return ownProcess(workshop, {
    ...component({
      name,
      entry: 'src/worker.ts',
      root,
      healthUrl: `http://127.0.0.1:${health}`,
      environment: {
        ...environment,
        WORKER_ROLE: role,
        WORKER_HEALTH_PORT: String(health),
        METRICS_PORT: String(metrics),
      },
    }),
    // Ready is too much to ask: what it needs may be down on purpose.
    answers: () => alive(`http://127.0.0.1:${health}/livez`),
  });
}

export type OwnApi = OwnProcess & { readonly url: string };

export async function ownApi(workshop: Workshop, environment: Environment): Promise<OwnApi> {
  const port = portOf(environment) ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const settings = { ...environment, API_PORT: String(port), PUBLIC_URL: url };
  const process = ownProcess(
    workshop,
    component({ name: 'api', entry: 'src/http/main.ts', root, healthUrl: url, environment: settings }),
  );
  return { ...process, url };
}

/** When links already lead to a place of ours, the API has to be there. */
function portOf({ PUBLIC_URL: publicUrl }: Environment): number | undefined {
  if (publicUrl === undefined) return undefined;
  const { hostname, port } = new URL(publicUrl);
  return hostname === '127.0.0.1' ? Number(port) : undefined;
}

async function alive(url: string): Promise<void> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2000) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
}
