import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, isFree } from './process/ports';
import { writePrivately } from './state';

/** What a new checkout asks for; each is kept in `.local/ports.json`, so that links in yesterday's mails still work. */
const preferred = {
  temporal: 7233,
  temporalUi: 8233,
  postgres: 15_432,
  blob: 10_000,
  table: 10_002,
  queue: 10_001,
  smtp: 1025,
  inbox: 1080,
  workerHealth: 9465,
  workerMetrics: 9464,
  api: 8080,
};

export type StackPorts = Readonly<typeof preferred>;
export type PortName = keyof StackPorts;

/** The ports of a stack that comes up: each is free when it is chosen, and chosen again if that was not enough. */
export type PortBook = {
  readonly ports: () => StackPorts;
  /** Calls `start`; when it fails and one of its ports is in use meanwhile, replaces that and calls it again. */
  readonly withPorts: (
    names: readonly PortName[],
    start: (ports: StackPorts) => Promise<void>,
  ) => Promise<void>;
};

const attempts = 5;

/** Ports nobody listens on, yesterday's where possible; says which had to be replaced. */
export async function stackPorts(folder: string, say: (line: string) => void): Promise<PortBook> {
  const path = join(folder, 'ports.json');
  const kept: Partial<StackPorts> = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<StackPorts>)
    : {};
  const ports = { ...preferred, ...kept };
  const take = (name: PortName, port: number): void => {
    if (ports[name] !== port) say(`Port ${ports[name]} (${name}) is in use; taking ${port}.`);
    ports[name] = port;
  };
  for (const [name, wanted] of Object.entries(ports) as [PortName, number][])
    take(name, await freePort(wanted));
  writePrivately(path, ports);

  return {
    ports: () => ports,
    withPorts: async (names, start) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await start({ ...ports });
        } catch (error) {
          const taken = await inUse(names, ports);
          if (taken.length === 0 || attempt === attempts) throw error;
          for (const name of taken) take(name, await freePort());
          writePrivately(path, ports);
        }
      }
    },
  };
}

async function inUse(names: readonly PortName[], ports: StackPorts): Promise<readonly PortName[]> {
  const asked = await Promise.all(names.map(async (name) => ((await isFree(ports[name])) ? [] : [name])));
  return asked.flat();
}
