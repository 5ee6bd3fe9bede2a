import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/local/main';
import { forgetStartFailure } from '../../src/local/start-failure';

const environment = process.env;
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'start-failure-'));
  process.env = { ...environment, TEMPORAL_ADDRESS: '', TEMPORAL_CLI: join(root, 'no-program') };
  for (const method of ['log', 'error'] as const)
    jest.spyOn(console, method).mockImplementation(() => undefined);
});
afterEach(async () => {
  jest.restoreAllMocks();
  process.env = environment;
  await rm(root, { recursive: true });
});

it('keeps why a start failed until the next one', async () => {
  const folder = join(root, '.local');
  const flags = { goLive: false, exit: false, empty: true, again: false, application: false };

  const code = await main({ kind: 'start', ...flags }, root);

  expect(code).toBe(1);
  expect(await readFile(join(folder, 'logs/start.log'), 'utf8')).toBe(
    `TEMPORAL_CLI names ${join(root, 'no-program')}, which is not a program. Correct it or unset it.\n`,
  );
  forgetStartFailure(folder);
  expect(existsSync(join(folder, 'logs/start.log'))).toBe(false);
});
