import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownProcess } from '../../src/local/components/own-process';
import { startWarden } from '../../src/local/process/warden';
import { createSupervisor } from '../../src/local/supervisor';

let server: Server | undefined;
afterEach(() => server?.close());

const told: string[] = [];
beforeEach(() => {
  told.length = 0;
});

/** A program whose `/livez` says this. */
async function answering(livez: string, ready = { status: 200, degraded: [] as string[] }): Promise<string> {
  const open = createServer((request, answer) => {
    if (request.url === '/livez') answer.end(livez);
    else answer.writeHead(ready.status).end(JSON.stringify({ degraded: ready.degraded }));
  });
  server = open;
  await new Promise<void>((resolve) => open.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(open.address() as AddressInfo).port}`;
}

const ours = '{"ok":true,"instance":"start-2"}';
const idle = { file: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'] };
const component = (healthUrl: string) =>
  ownProcess({
    name: 'api',
    command: idle,
    healthUrl,
    environment: { INSTANCE_ID: 'start-2' },
    say: (line) => told.push(line),
  });

it('is ready when the process of this start answers', async () => {
  const url = await answering(ours);

  await expect(component(url).answers()).resolves.toBeUndefined();
  expect(told).toEqual([]);
});

it('takes one for ready that does without a mail server, and says so', async () => {
  const url = await answering(ours, { status: 200, degraded: ['mail', 'region eastus'] });

  await component(url).answers();

  expect(told).toEqual([
    '  api       does without: mail, region eastus. "npm run -s offer -- doctor" says why.',
  ]);
});

it('waits for one that cannot serve', async () => {
  const url = await answering(ours, { status: 503, degraded: [] });

  await expect(component(url).answers()).rejects.toThrow('/readyz answered 503');
});

it.each([
  ['the API of another checkout', '{"ok":true,"instance":"start-1"}'],
  ['an API that was given no name', '{"ok":true}'],
  ['any other program', '<h1>It works!</h1>'],
  ['JSON that is no answer', 'null'],
])('does not take %s for its own', async (_, livez) => {
  const url = await answering(livez);

  await expect(component(url).answers()).rejects.toThrow(`another program answers at ${url}`);
});

it('gives up at once when the port is somebody else’s, and says so', async () => {
  const url = await answering('{"ok":true,"instance":"start-1"}');
  const logFolder = await mkdtemp(join(tmpdir(), 'own-process-'));
  const warden = startWarden();
  const crew = createSupervisor({ logFolder, warden, say: () => undefined });

  const start = crew.start(component(url));

  await expect(start).rejects.toThrow(
    `api did not start: another program answers at ${url}; it took the port meanwhile.`,
  );
  await warden.dismiss();
  await rm(logFolder, { recursive: true });
});
