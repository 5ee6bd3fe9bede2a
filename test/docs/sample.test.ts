import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { documentedCommands } from './commands';
import { typed } from './type';

const command: (typeof documentedCommands)['test/docs/sample.test.ts'][number] =
  'npm run -s sample -- ~/sample';

it('writes a disk and pictures to try the commands with, and says where', async () => {
  const home = mkdtempSync(join(tmpdir(), 'sample-'));
  try {
    const told = await typed(command, { HOME: home });

    const folder = join(home, 'sample');
    const files = readdirSync(folder).toSorted();
    expect(files).toEqual(
      ['contoso-linux.vhd', 'large.png', 'medium.png', 'screenshot.png', 'small.png', 'wide.png'].toSorted(),
    );
    expect(told.trim().split('\n').toSorted()).toEqual(files.map((name) => join(folder, name)));
    expect(statSync(join(folder, 'contoso-linux.vhd')).size).toBe(1024 ** 3 + 512);
  } finally {
    rmSync(home, { recursive: true });
  }
});

it('says how it is used when no folder is named', async () => {
  await expect(typed('npm run -s sample')).rejects.toThrow(/ended with 2.*Usage: npm run -s sample/s);
});
