import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './process/ports';
import { writePrivately } from './state';

/** What a new checkout asks for; each is kept in `.local/ports.json`, so that links in yesterday's mails still work. */
const preferred = {
  temporal: 7233,
  temporalUi: 8233,
  postgres: 54_329,
  blob: 10_000,
  table: 10_002,
  queue: 10_001,
  smtp: 1025,
  inbox: 1080,
  workerHealth: 9465,
  workerMetrics: 9464,
  api: 8080,
};

export type StackPorts = typeof preferred;

/** Ports nobody listens on, yesterday's where possible; says which had to be replaced. */
export async function stackPorts(folder: string, say: (line: string) => void): Promise<StackPorts> {
  const path = join(folder, 'ports.json');
  const kept: Partial<StackPorts> = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<StackPorts>)
    : {};
  const ports = { ...preferred, ...kept };
  for (const [name, wanted] of Object.entries(ports) as [keyof StackPorts, number][]) {
    ports[name] = await freePort(wanted);
    if (ports[name] !== wanted) say(`Port ${wanted} (${name}) is in use; taking ${ports[name]}.`);
  }
  writePrivately(path, ports);
  return ports;
}
