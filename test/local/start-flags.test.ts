import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

function start(...flags: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('start.mjs'), ...flags], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

it('explains every flag', () => {
  const { code, out } = start('--help');

  expect(code).toBe(0);
  for (const flag of ['--go-live', '--exit', '--empty', '--again', '--application', '--reset', '--help'])
    expect(out).toContain(flag);
});

it.each([
  [['--go-life'], 'npm start does not know --go-life. See: npm start -- --help\n'],
  [['-x'], 'npm start does not know -x. See: npm start -- --help\n'],
  [['now'], 'npm start does not know now. See: npm start -- --help\n'],
  [['--exit=3'], '--exit takes no value. See: npm start -- --help\n'],
  [
    ['--empty', '--go-live'],
    '--empty publishes nothing: leave the other flags out. See: npm start -- --help\n',
  ],
  [['--reset', '--exit'], '--reset stands alone. See: npm start -- --help\n'],
])('refuses %j with exit code 2, before it starts anything', (flags, message) => {
  const { code, out, err } = start(...flags);

  expect({ code, out, err }).toEqual({ code: 2, out: '', err: message });
});
