import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountNames, azuriteComponent } from '../../src/local/components/azurite';
import { inboxComponent } from '../../src/local/components/inbox';
import { postgresComponent, postgresUrl } from '../../src/local/components/postgres';
import { postgresHome } from '../../src/local/components/postgres-home';
import { temporalComponent } from '../../src/local/components/temporal';
import { freePort } from '../../src/local/process/ports';
import { startWarden } from '../../src/local/process/warden';
import { createSupervisor } from '../../src/local/supervisor';
import { findTemporalServer } from '../../src/local/temporal-server/find';
import type { StackAddresses } from './stack-addresses';

export type StartedStack = { readonly addresses: StackAddresses; readonly stop: () => Promise<void> };

/** Real servers on free ports, data in a temporary folder. They end with this process, however it ends. */
export async function startStack(say: (line: string) => void): Promise<StartedStack> {
  const folder = await mkdtemp(join(tmpdir(), 'offer-publication-test-'));
  // PostgreSQL runs as another user when we are root, and must get in.
  await chmod(folder, 0o755);
  const warden = startWarden();
  const supervisor = createSupervisor({ logFolder: join(folder, 'logs'), warden, say });
  const stop = async (): Promise<void> => {
    await supervisor.stop();
    await warden.dismiss();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  try {
    const [temporal, storage, mail, databaseUrl] = await Promise.all([
      startTemporal(supervisor.start, say),
      startStorage(supervisor.start, join(folder, 'azurite')),
      startInbox(supervisor.start, join(folder, 'inbox')),
      startPostgres(supervisor.start, join(folder, 'postgres')),
    ]);
    return { addresses: { ...temporal, ...storage, ...mail, databaseUrl }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Start = ReturnType<typeof createSupervisor>['start'];

async function startTemporal(
  start: Start,
  say: (line: string) => void,
): Promise<Pick<StackAddresses, 'temporalAddress'>> {
  const server = await findTemporalServer({ environment: process.env, say });
  if (server.kind === 'address') return { temporalAddress: server.address };
  const component = temporalComponent({ executable: server.executable, port: await freePort() });
  await start(component);
  return { temporalAddress: component.address };
}

/**
 * Its data ends with the test run, so nothing needs to reach the disk: with that, each of a run's thousand databases
 * would cost seconds. What must survive a crash is tried on servers of those tests' own.
 */
const unsafeButFast = { fsync: 'off', full_page_writes: 'off', max_connections: '600' };

async function startPostgres(start: Start, folder: string): Promise<string> {
  const access = { port: await freePort(), password: randomBytes(16).toString('hex') };
  await start(postgresComponent(await postgresHome(folder), access, unsafeButFast));
  return postgresUrl(access);
}

async function startStorage(
  start: Start,
  folder: string,
): Promise<Pick<StackAddresses, 'blobUrl' | 'tableUrl' | 'accountKeys'>> {
  await mkdir(folder);
  const accounts = accountNames.map((name) => ({ name, key: randomBytes(64).toString('base64') }));
  const [blobPort, tablePort, queuePort] = [await freePort(), await freePort(), await freePort()];
  await start(azuriteComponent({ folder, blobPort, tablePort, queuePort, accounts }));
  return {
    blobUrl: `http://127.0.0.1:${blobPort}`,
    tableUrl: `http://127.0.0.1:${tablePort}`,
    accountKeys: Object.fromEntries(accounts.map(({ name, key }) => [name, key])),
  };
}

async function startInbox(
  start: Start,
  folder: string,
): Promise<Pick<StackAddresses, 'smtpUrl' | 'inboxUrl'>> {
  const [smtpPort, webPort] = [await freePort(), await freePort()];
  await start(inboxComponent({ folder, smtpPort, webPort }));
  return { smtpUrl: `smtp://127.0.0.1:${smtpPort}`, inboxUrl: `http://127.0.0.1:${webPort}` };
}
