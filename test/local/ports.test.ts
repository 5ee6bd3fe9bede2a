import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/local/process/ports';
import { stackPorts } from '../../src/local/stack-ports';

async function listen(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

it('gives the preferred port when nobody has it, and another one when somebody has', async () => {
  const wanted = await freePort();
  const server = await listen(wanted);

  const other = await freePort(wanted);

  server.close();
  expect(other).not.toBe(wanted);
});

it('never promises one port twice', async () => {
  const wanted = await freePort();

  const ports = await Promise.all([freePort(wanted), freePort(wanted), freePort()]);

  expect(new Set([wanted, ...ports]).size).toBe(4);
});

it('keeps a checkout its ports, and names the one that had to be replaced', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ports-'));
  const first = await stackPorts(folder, () => undefined);
  const said: string[] = [];

  const second = await stackPorts(folder, (line) => said.push(line));

  // This process promised the first ones to itself: all of them count as taken.
  expect(said).toContain(`Port ${first.api} (api) is in use; taking ${second.api}.`);
  expect(new Set([...Object.values(first), ...Object.values(second)]).size).toBe(22);
  await rm(folder, { recursive: true });
});
