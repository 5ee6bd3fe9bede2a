import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Component } from './component';
import { accountNames, azuriteComponent } from './components/azurite';
import { inboxComponent } from './components/inbox';
import { outsideTemporalAnswers } from './components/outside-temporal';
import { migrate, ownProcess } from './components/own-process';
import { ensureDatabase, postgresComponent, postgresUrl } from './components/postgres';
import { postgresHome } from './components/postgres-home';
import { temporalComponent } from './components/temporal';
import { localKeys, type LocalKeys } from './keys';
import { startWarden } from './process/warden';
import { apiUrl, stackEnvironment } from './stack-environment';
import { stackPorts, type StackPorts } from './stack-ports';
import { stateKeeper } from './state-keeper';
import { createSupervisor, type Supervisor } from './supervisor';
import { findTemporalServer, type TemporalServer } from './temporal-server/find';

export type Stack = {
  readonly apiUrl: string;
  readonly apiToken: string;
  readonly inboxUrl: string;
  readonly temporalAddress: string;
  readonly temporalUiUrl?: string;
  /** What to type for `temporal` on this machine. */
  readonly temporalCommand: string;
  readonly ports: StackPorts;
  readonly keys: LocalKeys;
  /** Leaves no process. */
  readonly stop: () => Promise<void>;
};

export type StackPlace = {
  /** The checkout, and where its data, logs and state go. */
  readonly root: string;
  readonly folder: string;
  readonly say: (line: string) => void;
  /** Ends a start that is under way. */
  readonly signal: AbortSignal;
};

const databaseName = 'offer_publication';

/** Starts every part in the order of need. A part that does not start stops the others, and says why. */
export async function startStack(place: StackPlace): Promise<Stack> {
  const { root, folder, say, signal } = place;
  const server = await findTemporalServer({ environment: process.env, say });
  signal.throwIfAborted();
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const warden = startWarden();
  const state = stateKeeper(folder);
  const supervisor = createSupervisor({
    logFolder: join(folder, 'logs'),
    warden,
    say,
    onChange: state.setPids,
  });
  const stop = async (): Promise<void> => {
    await supervisor.stop();
    await warden.dismiss();
    state.forget();
  };
  signal.addEventListener('abort', () => void supervisor.stop());
  try {
    const keys = localKeys(folder);
    const parts: Parts = { root, folder, keys, ports: await stackPorts(folder, say), supervisor };
    const start = async (component: Component): Promise<void> => {
      state.setComponent(component, supervisor.logPath(component.name));
      const begun = Date.now();
      await supervisor.start(component);
      say(
        `  ${component.name.padEnd(9)} ${component.address}  (${((Date.now() - begun) / 1000).toFixed(1)} s)`,
      );
    };
    const addresses = await startServers(parts, server, start);
    const stack = { ...addresses, ...own(parts) };
    state.setAddresses(stack);
    await startOwnProcesses(parts, start, addresses);
    return { ...stack, temporalCommand: commandOf(server), ports: parts.ports, keys: parts.keys, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const commandOf = (server: TemporalServer): string =>
  server.kind === 'executable' && server.origin !== 'on PATH' ? server.executable : 'temporal';

type Parts = {
  readonly root: string;
  readonly folder: string;
  readonly keys: LocalKeys;
  readonly ports: StackPorts;
  readonly supervisor: Supervisor;
};

type Start = (component: Component) => Promise<void>;
type ServerAddresses = Pick<Stack, 'temporalAddress' | 'temporalUiUrl'> & { readonly databaseUrl: string };

const own = ({ ports, keys }: Parts): Pick<Stack, 'apiUrl' | 'apiToken' | 'inboxUrl'> => ({
  apiUrl: apiUrl(ports),
  apiToken: keys.apiToken,
  inboxUrl: `http://127.0.0.1:${ports.inbox}`,
});

/** The four servers need nothing of each other. */
async function startServers(parts: Parts, server: TemporalServer, start: Start): Promise<ServerAddresses> {
  const { folder, keys, ports } = parts;
  const accounts = accountNames.map((name) => ({ name, key: keys.accountKeys[name] ?? '' }));
  const home = await postgresHome(join(folder, 'postgres'));
  const access = { port: ports.postgres, password: keys.databasePassword };
  const azurite = azuriteComponent({
    folder: join(folder, 'azurite'),
    blobPort: ports.blob,
    tablePort: ports.table,
    queuePort: ports.queue,
    accounts,
  });
  const inbox = inboxComponent({
    folder: join(folder, 'inbox'),
    smtpPort: ports.smtp,
    webPort: ports.inbox,
  });
  const started = await Promise.all([
    startTemporal(parts, server, start),
    start(postgresComponent(home, access)),
    start(azurite),
    start(inbox),
  ]);
  await ensureDatabase(postgresUrl(access), databaseName);
  return { ...started[0], databaseUrl: postgresUrl(access, databaseName) };
}

async function startTemporal(
  { folder, ports }: Parts,
  server: TemporalServer,
  start: Start,
): Promise<Pick<Stack, 'temporalAddress' | 'temporalUiUrl'>> {
  if (server.kind === 'address') {
    await outsideTemporalAnswers(server.address);
    const uiUrl = process.env['TEMPORAL_UI_URL'];
    return { temporalAddress: server.address, ...(uiUrl === undefined ? {} : { temporalUiUrl: uiUrl }) };
  }
  const component = temporalComponent({
    executable: server.executable,
    port: ports.temporal,
    uiPort: ports.temporalUi,
    databaseFile: join(folder, 'temporal.db'),
  });
  await start(component);
  return { temporalAddress: component.address, temporalUiUrl: `http://127.0.0.1:${ports.temporalUi}` };
}

async function startOwnProcesses(parts: Parts, start: Start, addresses: ServerAddresses): Promise<void> {
  const { root, folder, ports, keys, supervisor } = parts;
  const trustedOrigins = process.env['TRUSTED_ORIGINS'];
  const instanceId = randomUUID();
  const environment = stackEnvironment({ folder, ports, keys, instanceId, trustedOrigins, ...addresses });
  await migrate(root, environment, supervisor.logPath('migrate'));
  const healthUrl = `http://127.0.0.1:${ports.workerHealth}`;
  await start(ownProcess({ name: 'worker', entry: 'src/worker.ts', root, healthUrl, environment }));
  await start(
    ownProcess({ name: 'api', entry: 'src/http/main.ts', root, healthUrl: apiUrl(ports), environment }),
  );
}
