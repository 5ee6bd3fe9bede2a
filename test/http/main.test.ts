import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { builtProgram } from '../support/built-product';
import { apiEnvironment } from '../support/api-environment';
import { type FreshCatalogue, freshCatalogue } from '../support/fresh-catalogue';
import { missesNothing } from '../support/misses-nothing';
import { spawnOffer } from '../support/run-offer';
import { testStack } from '../support/stack';
import { type OwnNamespace, ownNamespace } from '../support/temporal-namespace';
import { apiToken } from '../support/test-app';
import { until } from '../support/until';

let fresh: FreshCatalogue;
/** Of its own: in the one that tests share, others let runs fail, which the doctor would name. */
let own: OwnNamespace;
beforeAll(async () => {
  [fresh, own] = await Promise.all([freshCatalogue(), ownNamespace(testStack().temporalAddress)]);
});
afterAll(() => Promise.all([fresh.drop(), own.close()]));

async function startApi(change: Record<string, string> = {}) {
  const root = join(__dirname, '../..');
  const child = spawn(process.execPath, [await builtProgram('http/main.js')], {
    cwd: root,
    env: { ...apiEnvironment(fresh), TEMPORAL_NAMESPACE: own.namespace, ...change },
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      stdout += text.toString();
      const found = /"address":"([^"]+)"/.exec(stdout)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(stderr)));
  });
  // A test that expects the process to end does not ask for its address.
  address.catch(() => undefined);
  return { child, ended, address, stderr: () => stderr, stdout: () => stdout };
}

it('runs on the real servers, answers the doctor, and stops on SIGTERM with exit code 0', async () => {
  const { child, ended, address, stdout } = await startApi();
  const url = await address;

  // On a busy machine a server may take longer than a look allows; then somebody looks again.
  await until('all it talks to answers', () => missesNothing(url));
  const faults = await until('only the workers are missing', async () => {
    const doctor = await spawnOffer(['doctor', '--json'], { OFFER_API: url, OFFER_TOKEN: apiToken });
    const { checks } = JSON.parse(doctor.stdout) as { checks: readonly { name: string; ok: boolean }[] };
    const names = checks.filter(({ ok }) => !ok).map(({ name }) => name);
    return names.every((name) => name.startsWith('worker for ')) && names;
  });
  child.kill('SIGTERM');
  const [exitCode] = await ended;

  expect(faults).toEqual(['worker for publication', 'worker for images']);
  expect(exitCode).toBe(0);
  expect(stdout()).not.toContain(apiToken);
});

it('listens on this machine only', async () => {
  const { child, ended, address } = await startApi();

  const url = await address;
  child.kill('SIGTERM');
  await ended;

  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

it('names every fault of its configuration at once and repeats no value', async () => {
  const { ended, stderr } = await startApi({ DATABASE_URL: 'hunter2', SECRETS_KEY: 'hunter2', REGIONS: '[' });

  const [exitCode] = await ended;

  expect(exitCode).toBe(1);
  for (const name of ['DATABASE_URL', 'SECRETS_KEY', 'REGIONS']) expect(stderr()).toContain(name);
  expect(stderr()).not.toContain('hunter2');
});
