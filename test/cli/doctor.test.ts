import { createServer } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAtLeast } from '../../src/cli/doctor/node-version';
import { emptyFolder, type Offer, offerAgainst, runOffer } from '../support/run-offer';
import { apiToken, testApp } from '../support/test-app';

let offer: Offer | undefined;

/** A checkout with one dependency, installed in `installed` version, and what `npm start` wrote. */
function checkout(installed: string, state?: unknown): string {
  const folder = emptyFolder();
  const write = (path: string, content: unknown): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(content));
  };
  write('package.json', { engines: { node: '>=20.19' }, dependencies: { hono: '^4.0.0' } });
  write('package-lock.json', { packages: { 'node_modules/hono': { version: '4.13.19' } } });
  write('node_modules/hono/package.json', { version: installed });
  if (state !== undefined) write('.local/state.json', state);
  return folder;
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('offer doctor', () => {
  it('finds everything in order', async () => {
    offer = await offerAgainst(testApp().app);
    const components = { api: { address: offer.url, logPath: '/logs/api.log' } };
    const folder = checkout('4.13.19', { apiUrl: offer.url, apiToken, components });

    const { exitCode, stdout, stderr } = await runOffer(['doctor'], {}, { folder });

    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`ok     Node.js ${process.versions.node}
ok     dependencies
ok     local stack
ok     api
ok     API
ok     temporal
ok     database
ok     staging
ok     region westeurope
ok     region eastus
ok     mail
ok     search attributes
ok     worker for publication
ok     worker for images
ok     publications go on
ok     write to staging
ok     write to westeurope
ok     write to eastus
ok     signing key
Everything is in order.
`);
  });

  it('names each thing that is wrong in order, what to do, and the log', async () => {
    const test = testApp();
    test.mail.away = 'connect ECONNREFUSED 127.0.0.1:1025';
    offer = await offerAgainst(test.app);
    const port = await closedPort();
    const components = {
      inbox: { address: `http://127.0.0.1:${port}`, logPath: '/logs/inbox.log' },
      api: { address: offer.url, logPath: '/logs/api.log' },
    };
    const folder = checkout('4.0.0', { apiUrl: offer.url, apiToken, components });

    const { exitCode, stdout } = await runOffer(['doctor'], {}, { folder });

    expect(exitCode).toBe(1);
    const wrong = stdout.split('\n').filter((line) => !line.startsWith('ok'));
    expect(wrong).toEqual([
      expect.stringMatching(/^WRONG {2}dependencies +missing or of another version: hono$/),
      '       Do: Run "npm ci".',
      expect.stringMatching(
        new RegExp(`^WRONG {2}inbox +nothing answers at 127\\.0\\.0\\.1:${port} \\(ECONNREFUSED\\)$`),
      ),
      expect.stringMatching(/^ {7}Do: .*npm start/),
      '       Log: /logs/inbox.log',
      expect.stringMatching(/^WRONG {2}mail +connect ECONNREFUSED/),
      expect.stringMatching(/^ {7}Do: .*SMTP_URL/),
      '3 wrong; begin with the first.',
      '',
    ]);
  });

  it('says how to begin when no stack runs', async () => {
    const { exitCode, stdout } = await runOffer(['doctor', '--json'], {}, { folder: checkout('4.13.19') });

    expect(exitCode).toBe(1);
    const { ok, checks } = JSON.parse(stdout) as { ok: boolean; checks: readonly Record<string, unknown>[] };
    expect(ok).toBe(false);
    expect(checks.filter((check) => !check['ok'])).toMatchObject([
      { name: 'local stack', fix: expect.stringContaining('npm start') },
      { name: 'API' },
    ]);
  });

  it('names the log of a start that failed', async () => {
    const folder = checkout('4.13.19');
    const log = join(folder, '.local/logs/start.log');
    mkdirSync(join(log, '..'), { recursive: true });
    writeFileSync(log, 'worker did not start: no answer in 180 s.');

    const { exitCode, stdout } = await runOffer(['doctor'], {}, { folder });

    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^WRONG {2}local stack +no running stack .*state\.json; its last start failed$/m);
    expect(stdout).toContain(`       Log: ${log}\n`);
  });

  it.each([
    ['20.19.0', '20.19', true],
    ['20.18.3', '20.19', false],
    ['22.0.0', '20.19', true],
    ['18.20.4', '20.19', false],
  ])('takes Node.js %s where %s is needed: %s', (version, needed, enough) => {
    expect(isAtLeast(version, needed)).toBe(enough);
  });
});
