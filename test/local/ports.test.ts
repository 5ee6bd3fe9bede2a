import { mkdtemp, readFile, rm } from 'node:fs/promises';
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

it('stays away from what the kernel gives to outgoing connections', async () => {
  const range = await readFile('/proc/sys/net/ipv4/ip_local_port_range', 'utf8');

  const ports = await Promise.all(Array.from({ length: 50 }, () => freePort()));

  expect(Math.max(...ports)).toBeLessThan(Number.parseInt(range, 10));
  expect(Math.min(...ports)).toBeGreaterThanOrEqual(20_000);
});

describe("a checkout's ports", () => {
  let folder: string;
  let said: string[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ports-'));
    said = [];
  });
  afterEach(() => rm(folder, { recursive: true }));
  const book = () => stackPorts(folder, (line) => said.push(line));

  it('are kept, and the one that had to be replaced is named', async () => {
    const first = (await book()).ports();

    const second = (await book()).ports();

    // This process promised the first ones to itself: all of them count as taken.
    expect(said).toContain(`Port ${first.api} (api) is in use; taking ${second.api}.`);
    expect(new Set([...Object.values(first), ...Object.values(second)]).size).toBe(22);
  });

  it('are chosen again for a part whose port was taken before it could listen', async () => {
    const chosen = await book();
    const { smtp, inbox } = chosen.ports();
    const thief = await listen(inbox);
    const tried: number[] = [];

    await chosen.withPorts(['smtp', 'inbox'], async (ports) => {
      tried.push(ports.smtp, ports.inbox);
      const own = await listen(ports.inbox);
      own.close();
    });

    thief.close();
    const now = chosen.ports().inbox;
    expect(tried).toEqual([smtp, inbox, smtp, now]);
    expect(said.at(-1)).toBe(`Port ${inbox} (inbox) is in use; taking ${now}.`);
    expect(JSON.parse(await readFile(join(folder, 'ports.json'), 'utf8'))).toMatchObject({ inbox: now });
  });

  it('are not to blame for a part that fails while nobody else has them', async () => {
    const chosen = await book();
    let starts = 0;

    const start = chosen.withPorts(['api'], () => {
      starts += 1;
      return Promise.reject(new Error('no disk'));
    });

    await expect(start).rejects.toThrow('no disk');
    expect(starts).toBe(1);
  });

  it('are given up when every new one is taken, too', async () => {
    const chosen = await book();
    const thieves: Server[] = [];

    const start = chosen.withPorts(['api'], async ({ api }) => {
      thieves.push(await listen(api));
      throw new Error('api did not start');
    });

    await expect(start).rejects.toThrow('api did not start');
    expect(thieves).toHaveLength(5);
    for (const thief of thieves) thief.close();
  });
});
