import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StackPorts } from '../../src/local/stack-ports';
import { type Clone, makeClone, says, stackUp } from '../support/clone';
import { eventually } from '../support/eventually';

jest.setTimeout(900_000);

let clones: readonly Clone[];
beforeAll(async () => {
  clones = await Promise.all([makeClone(), makeClone()]);
});
afterAll(() => Promise.all(clones.map((clone) => clone.remove())));

const portsOf = async ({ folder }: Clone) =>
  JSON.parse(await readFile(join(folder, '.local/ports.json'), 'utf8')) as StackPorts;

it('brings both of two checkouts up that are started in the same second, each on ports of its own', async () => {
  const runs = clones.map((clone) => ({ clone, run: clone.start('--empty') }));

  const states = await Promise.all(runs.map(({ clone, run }) => stackUp(clone, run)));
  await Promise.all(runs.map(({ run }) => says(run, 'Everything stays up.')));

  const ports = await Promise.all(clones.map(portsOf));
  for (const { apiUrl } of states) await eventually(async () => (await fetch(`${apiUrl}/readyz`)).ok);
  expect(states.map(({ apiUrl }) => apiUrl)).toEqual(ports.map(({ api }) => `http://127.0.0.1:${api}`));
  expect(new Set(ports.flatMap((own) => Object.values(own))).size).toBe(22);
  expect(runs.map(({ run }) => run.output()).join()).toMatch(
    /Port 7233 \(temporal\) is in use; taking \d+\./,
  );
});
