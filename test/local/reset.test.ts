import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reset } from '../../src/local/reset';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'reset-'));
});
afterEach(() => rm(root, { recursive: true }));

/** What it says of a checkout with data, which it deletes. */
async function said(temporalAddress: string | undefined): Promise<readonly string[]> {
  const folder = join(root, '.local');
  await mkdir(join(folder, 'inbox'), { recursive: true });
  const lines: string[] = [];
  await reset(folder, (...more) => void lines.push(...more), temporalAddress);
  expect(existsSync(folder)).toBe(false);
  return lines;
}

it('says that runs on a Temporal server elsewhere stay, and what ends those of the samples', async () => {
  const [, stays, command] = await said('temporal.example:7233');

  expect(stays).toContain('TEMPORAL_ADDRESS=temporal.example:7233 is left alone');
  expect(command).toBe(
    `  temporal workflow terminate --query "ExecutionStatus = 'Running' AND WorkflowId IN ('publication.contoso.linux-vm', 'publication.contoso.web-site')" --reason "npm run reset"`,
  );
});

it.each([undefined, ''])(
  'says nothing of runs that went with the data (TEMPORAL_ADDRESS %j)',
  async (address) => {
    expect(await said(address)).toEqual([`Cleared ${join(root, '.local')}.`]);
  },
);
