import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Component } from '../../src/local/component';
import { postgresComponent, postgresUrl } from '../../src/local/components/postgres';
import { postgresHome } from '../../src/local/components/postgres-home';
import { temporalComponent } from '../../src/local/components/temporal';
import { type Exit, launch, type RunningProcess } from '../../src/local/process/launch';
import { ownPort } from './own-port';
import { untilAnswering } from '../../src/local/process/readiness';
import { findTemporalServer } from '../../src/local/temporal-server/find';
import type { Workshop } from './workshop';

/** A real process of the test's own, to be killed and started again on the data it left. */
export type OwnProcess = {
  readonly name: string;
  readonly logPath: string;
  /** Starts it, again or for the first time, and waits until it answers. */
  readonly start: () => Promise<void>;
  /** Of the running process. */
  readonly pid: () => number;
  /** At once, to the whole process group; resolves when the process has ended. */
  readonly send: (signal: NodeJS.Signals) => Promise<Exit>;
};

export function ownProcess({ folder, warden, atEnd }: Workshop, component: Component): OwnProcess {
  const { name } = component;
  const logPath = join(folder, `${name}.log`);
  let running: RunningProcess | undefined;
  atEnd(async () => void (await running?.stop(0)));
  const theRunning = (): RunningProcess => {
    if (running === undefined) throw new Error(`${name} was not started.`);
    return running;
  };
  return {
    name,
    logPath,
    async start() {
      await component.prepare?.();
      running = await launch(component.command, logPath, warden);
      await untilAnswering(component, running, { logPath, withinMs: 240_000 });
    },
    pid: () => theRunning().pid,
    async send(signal) {
      const { pid, exited } = theRunning();
      process.kill(-pid, signal);
      return exited;
    },
  };
}

export type OwnPostgres = OwnProcess & {
  /** Its administrator's. */
  readonly url: string;
};

/** What `pg_ctl stop -m fast` and `-m immediate` send; the second leaves no checkpoint, so the next start recovers. */
export const postgresStop = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

export async function ownPostgres(workshop: Workshop): Promise<OwnPostgres> {
  const access = { port: await ownPort(), password: randomBytes(16).toString('hex') };
  const home = await postgresHome(join(workshop.folder, 'postgres'));
  const server = ownProcess(workshop, postgresComponent(home, access));
  await server.start();
  return { ...server, url: postgresUrl(access) };
}

export type OwnTemporal = OwnProcess & { readonly address: string };

/** Keeps everything in a file, as the embedded stack's does. Its UI listens on `uiPort`, if there is one. */
export async function ownTemporal(
  workshop: Workshop,
  { uiPort }: { readonly uiPort?: number } = {},
): Promise<OwnTemporal> {
  const found = await findTemporalServer({ environment: process.env, say: () => undefined });
  // One that runs elsewhere is not ours to kill.
  if (found.kind === 'address') throw new Error(`${found.address} is not a server of our own.`);
  const databaseFile = join(workshop.folder, 'temporal.db');
  const component = temporalComponent({
    executable: found.executable,
    port: await ownPort(),
    databaseFile,
    ...(uiPort === undefined ? {} : { uiPort }),
  });
  const server = ownProcess(workshop, component);
  await server.start();
  return { ...server, address: component.address };
}
