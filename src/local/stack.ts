import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Component } from './component';
import { accountNames, azuriteComponent } from './components/azurite';
import { inboxComponent } from './components/inbox';
import { outsideTemporalAnswers } from './components/outside-temporal';
import { fromSources, migrate, ownProcess } from './components/own-process';
import { ensureDatabase, postgresComponent, postgresUrl } from './components/postgres';
import { postgresHome } from './components/postgres-home';
import { temporalComponent } from './components/temporal';
import { localKeys, type LocalKeys } from './keys';
import { startWarden } from './process/warden';
import { apiUrl, stackEnvironment } from './stack-environment';
import { type PortBook, type PortName, stackPorts, type StackPorts } from './stack-ports';
import { stateKeeper } from './state-keeper';
import { createSupervisor, type Supervisor } from './supervisor';
import { findTemporalServer, type TemporalServer } from './temporal-server/find';
import { leaveTemporalSettings } from './temporal-settings';

export type Stack = {
  readonly apiUrl: string;
  readonly apiToken: string;
  readonly inboxUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
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
  if (server.kind === 'executable') useOwnTemporalOnly(say);
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
    const book = await stackPorts(folder, say);
    const parts: Parts = { root, folder, keys, book, supervisor, instanceId: randomUUID(), say };
    const start: Start = (names, make) =>
      book.withPorts(names, async (ports) => {
        const component = make(ports);
        state.setComponent(component, supervisor.logPath(component.name));
        const begun = Date.now();
        await supervisor.start(component);
        const seconds = ((Date.now() - begun) / 1000).toFixed(1);
        say(`  ${component.name.padEnd(9)} ${component.address}  (${seconds} s)`);
      });
    const addresses = await startServers(parts, server, start);
    const tell = (): void => state.setAddresses({ ...addresses, ...own(keys, book.ports()) });
    tell();
    await migrateAndStartApi(parts, start, addresses);
    tell();
    await startWorker(parts, start, addresses);
    const ports = book.ports();
    return { ...addresses, ...own(keys, ports), temporalCommand: commandOf(server), ports, keys, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function useOwnTemporalOnly(say: (line: string) => void): void {
  const left = leaveTemporalSettings(process.env);
  if (left.length === 0) return;
  say(
    `Not used, as TEMPORAL_ADDRESS is not set: ${left.join(', ')}. Unset them where you type temporal commands for this stack.`,
  );
}

const commandOf = (server: TemporalServer): string =>
  server.kind === 'executable' && server.origin !== 'on PATH' ? server.executable : 'temporal';

type Parts = {
  readonly root: string;
  readonly folder: string;
  readonly keys: LocalKeys;
  readonly book: PortBook;
  readonly supervisor: Supervisor;
  readonly instanceId: string;
  readonly say: (line: string) => void;
};

/** Makes a component for its ports and starts it; for other ports once more when they were taken meanwhile. */
type Start = (names: readonly PortName[], make: (ports: StackPorts) => Component) => Promise<void>;
type TemporalAddresses = Pick<Stack, 'temporalAddress' | 'temporalNamespace' | 'temporalUiUrl'>;
type ServerAddresses = TemporalAddresses & { readonly databaseUrl: string };

const own = (keys: LocalKeys, ports: StackPorts): Pick<Stack, 'apiUrl' | 'apiToken' | 'inboxUrl'> => ({
  apiUrl: apiUrl(ports),
  apiToken: keys.apiToken,
  inboxUrl: `http://127.0.0.1:${ports.inbox}`,
});

/** The four servers need nothing of each other. */
async function startServers(parts: Parts, server: TemporalServer, start: Start): Promise<ServerAddresses> {
  const { folder, keys, book } = parts;
  const accounts = accountNames.map((name) => ({ name, key: keys.accountKeys[name] ?? '' }));
  const home = await postgresHome(join(folder, 'postgres'));
  const access = ({ postgres }: StackPorts): { port: number; password: string } => ({
    port: postgres,
    password: keys.databasePassword,
  });
  const started = await Promise.all([
    startTemporal(parts, server, start),
    start(['postgres'], (ports) => postgresComponent(home, access(ports))),
    start(['blob', 'table', 'queue'], ({ blob, table, queue }) =>
      azuriteComponent({
        folder: join(folder, 'azurite'),
        blobPort: blob,
        tablePort: table,
        queuePort: queue,
        accounts,
      }),
    ),
    start(['smtp', 'inbox'], ({ smtp, inbox }) =>
      inboxComponent({ folder: join(folder, 'inbox'), smtpPort: smtp, webPort: inbox }),
    ),
  ]);
  await ensureDatabase(postgresUrl(access(book.ports())), databaseName);
  return { ...started[0], databaseUrl: postgresUrl(access(book.ports()), databaseName) };
}

async function startTemporal(
  { folder, book }: Parts,
  server: TemporalServer,
  start: Start,
): Promise<TemporalAddresses> {
  if (server.kind === 'address') {
    const temporalNamespace = await outsideTemporalAnswers(server.address);
    const uiUrl = process.env['TEMPORAL_UI_URL'];
    return {
      temporalAddress: server.address,
      temporalNamespace,
      ...(uiUrl === undefined ? {} : { temporalUiUrl: uiUrl }),
    };
  }
  const { executable } = server;
  const databaseFile = join(folder, 'temporal.db');
  await start(['temporal', 'temporalUi'], ({ temporal, temporalUi }) =>
    temporalComponent({ executable, port: temporal, uiPort: temporalUi, databaseFile }),
  );
  const { temporal, temporalUi } = book.ports();
  return {
    temporalAddress: `127.0.0.1:${temporal}`,
    temporalNamespace: 'default',
    temporalUiUrl: `http://127.0.0.1:${temporalUi}`,
  };
}

async function migrateAndStartApi(parts: Parts, start: Start, addresses: ServerAddresses): Promise<void> {
  const { root, book, supervisor, say } = parts;
  await migrate(root, environmentOf(parts, addresses, book.ports()), supervisor.logPath('migrate'));
  await start(['api'], (ports) => {
    const environment = environmentOf(parts, addresses, ports);
    return ownProcess({
      name: 'api',
      command: fromSources(root, 'src/http/main.ts'),
      healthUrl: apiUrl(ports),
      environment,
      say,
    });
  });
}

/** After the API: where that listens is the address that the worker writes into its mails. */
async function startWorker(parts: Parts, start: Start, addresses: ServerAddresses): Promise<void> {
  const { root, say } = parts;
  await start(['workerHealth', 'workerMetrics'], (ports) => {
    const environment = environmentOf(parts, addresses, ports);
    const healthUrl = `http://127.0.0.1:${ports.workerHealth}`;
    const command = fromSources(root, 'src/worker.ts');
    return ownProcess({ name: 'worker', command, healthUrl, environment, say });
  });
}

function environmentOf(
  { folder, keys, instanceId }: Parts,
  addresses: ServerAddresses,
  ports: StackPorts,
): Readonly<Record<string, string>> {
  const trustedOrigins = process.env['TRUSTED_ORIGINS'];
  return stackEnvironment({ folder, ports, keys, instanceId, trustedOrigins, ...addresses });
}
