import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const checkout = resolve(__dirname, '../..');
const exported = {
  TEMPORAL_ADDRESS: '127.0.0.1:9',
  TEMPORAL_NAMESPACE: 'production',
  TEMPORAL_API_KEY: 'key',
  TEMPORAL_TLS: 'true',
  TEMPORAL_UI_URL: 'http://127.0.0.1:9',
  TEMPORAL_CLI: process.execPath,
  TEMPORAL_DEBUG: 'true',
};
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'other-temporal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** With one worker tests run in jest's own process, with two in children of it. */
it.each([1, 2])('is not known to tests, whatever somebody has exported: %i worker(s)', (workers) => {
  const own = `Object.keys(process.env).filter((name) => name.startsWith('TEMPORAL_'))`;
  for (const name of ['one', 'other'])
    writeFileSync(join(folder, `${name}.test.ts`), `it('sees', () => console.log(${own}.join()));`);
  const jest = ['node_modules/jest/bin/jest.js', `--roots=${folder}`, `--maxWorkers=${workers}`];
  const env = { ...process.env, STACK: 'none', ...exported };

  const { stderr, stdout } = spawnSync(process.execPath, jest, { cwd: checkout, env, encoding: 'utf8' });

  const seen = (stdout + stderr).match(/^ *TEMPORAL_.*$/gm)?.map((line) => line.trim());
  const kept = 'TEMPORAL_CLI,TEMPORAL_DEBUG';
  expect(seen).toEqual([kept, kept]);
});
