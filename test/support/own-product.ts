import { ownProcess as component } from '../../src/local/components/own-process';
import type { Command } from '../../src/local/process/launch';
import { ownPort } from './own-port';
import { type BuiltEntry, builtProgram } from './built-product';
import { type OwnProcess, ownProcess } from './own-server';
import type { Workshop } from './workshop';

export type WorkerRole = 'control' | 'data' | 'all';
export type Environment = Readonly<Record<string, string>>;

export type OwnWorker = OwnProcess & { readonly metricsUrl: string };

/** The worker as it is deployed: a process of its own that knows nothing but its environment. */
export async function ownWorker(
  workshop: Workshop,
  environment: Environment,
  { name, role }: { readonly name: string; readonly role: WorkerRole },
): Promise<OwnWorker> {
  const [health, metrics] = [await ownPort(), await ownPort()];
  const process = ownProcess(workshop, {
    ...component({
      name,
      command: await built('worker.js', role === 'data' ? dataWorkerFlags : []),
      healthUrl: `http://127.0.0.1:${health}`,
      environment: {
        ...environment,
        BUNDLE_FOLDER: await builtProgram('bundle'),
        WORKER_ROLE: role,
        WORKER_HEALTH_PORT: String(health),
        METRICS_PORT: String(metrics),
      },
      say: () => undefined,
    }),
    // Ready is too much to ask: what it needs may be down on purpose.
    answers: () => alive(`http://127.0.0.1:${health}/livez`),
  });
  return { ...process, metricsUrl: `http://127.0.0.1:${metrics}/metrics` };
}

export type OwnApi = OwnProcess & { readonly url: string };

export async function ownApi(workshop: Workshop, environment: Environment): Promise<OwnApi> {
  const port = portOf(environment) ?? (await ownPort());
  const url = `http://127.0.0.1:${port}`;
  const settings = { ...environment, API_PORT: String(port), PUBLIC_URL: url };
  const process = ownProcess(
    workshop,
    component({
      name: 'api',
      command: await built('http/main.js'),
      healthUrl: url,
      environment: settings,
      say: () => undefined,
    }),
  );
  return { ...process, url };
}

/** As in docker-compose.yml. */
const dataWorkerFlags = ['--max-semi-space-size=1', '--heap-growing-percent=15'];

const built = async (entry: BuiltEntry, flags: readonly string[] = []): Promise<Command> => ({
  file: process.execPath,
  args: [...flags, await builtProgram(entry)],
});

/** When links already lead to a place of ours, the API has to be there. */
function portOf({ PUBLIC_URL: publicUrl }: Environment): number | undefined {
  if (publicUrl === undefined) return undefined;
  const { hostname, port } = new URL(publicUrl);
  return hostname === '127.0.0.1' ? Number(port) : undefined;
}

async function alive(url: string): Promise<void> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(20_000) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
}
