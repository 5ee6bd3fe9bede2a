import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../../src/local/process/identity';
import { type LocalState, readState } from '../../src/local/state';
import { type Clone, makeClone, says, stackUp, type StartRun } from '../support/clone';
import { eventually } from '../support/eventually';

jest.setTimeout(240_000);

let clone: Clone;
beforeAll(async () => {
  clone = await makeClone();
});
afterAll(() => clone.remove());

const lastLine = ({ output }: StartRun): string => output().trimEnd().split('\n').at(-1) ?? '';

const processesOf = ({ supervisor, components }: LocalState) => [
  supervisor,
  ...Object.values(components).flatMap(({ process: component }) => component ?? []),
];

let productPage: string;

it('publishes the sample from nothing to live, and leaves no process', async () => {
  const run = clone.start('--go-live', '--exit');
  const state = await stackUp(clone, run);

  const code = await run.ended;

  expect({ code, lastLine: lastLine(run) }).toEqual({
    code: 0,
    lastLine: expect.stringMatching(/^Live: http/),
  });
  expect(processesOf(state).filter(isAlive)).toEqual([]);
  expect(readState(join(clone.folder, '.local'))).toBeUndefined();
  productPage = lastLine(run).replace('Live: ', '');
});

it('shows the live offer and its mails after a start alone, heals, and stops on Ctrl-C', async () => {
  const run = clone.start('--empty');
  const state = await stackUp(clone, run);

  const page = await fetch(productPage);
  const mails = (await (await fetch(`${state.inboxUrl}/email`)).json()) as readonly {
    readonly subject: string;
  }[];
  const second = clone.start();
  const secondCode = await second.ended;
  process.kill(state.components['inbox']!.process!.pid, 'SIGKILL');
  await says(run, 'inbox answers again.');
  run.process.kill('SIGINT');
  const code = await run.ended;

  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Contoso Linux Web Server');
  expect(mails.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining([expect.stringMatching(/preview/), expect.stringMatching(/is live/)]),
  );
  expect(secondCode).toBe(0);
  expect(second.output()).toContain('already running');
  expect(second.output()).toContain(state.apiUrl);
  expect(run.output()).toContain('inbox ended (signal SIGKILL)');
  expect(code).toBe(0);
  expect(processesOf(state).filter(isAlive)).toEqual([]);
});

it('publishes nothing when the sample is live already, and says where it is', async () => {
  const run = clone.start('--exit');

  const code = await run.ended;

  expect(code).toBe(0);
  expect(run.output()).toContain('nothing to publish');
  expect(run.output()).not.toContain('Publish ...');
  expect(lastLine(run)).toBe(`Live: ${productPage}`);
});

it('asks on a terminal, goes live at a key, and survives being killed on the way', async () => {
  const killed = clone.startOnTerminal('--again');
  const state = await stackUp(clone, killed);
  await says(killed, 'waits for your sign-off');
  process.kill(state.supervisor.pid, 'SIGKILL');
  await eventually(() => processesOf(state).every((recorded) => !isAlive(recorded)), 60_000);

  const resumed = clone.startOnTerminal('--exit');
  await says(resumed, 'press g here');
  resumed.process.stdin?.write('g');
  const code = await resumed.ended;

  expect(resumed.output()).toContain('going on with it');
  expect(code).toBe(0);
  expect(lastLine(resumed)).toContain(`Live: ${productPage}`);
});

it('publishes the sample application, which waits for its reviewers', async () => {
  const run = clone.start('--application', '--go-live', '--exit');
  await says(run, 'Reviewers look at it now');
  const { apiUrl } = readState(join(clone.folder, '.local'))!;
  const { apiToken } = JSON.parse(await readFile(join(clone.folder, '.local/keys.json'), 'utf8')) as {
    readonly apiToken: string;
  };

  const review = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', 'review', 'approve', 'contoso/web-site'],
    {
      cwd: clone.folder,
      encoding: 'utf8',
      env: { ...process.env, OFFER_API: apiUrl, OFFER_TOKEN: apiToken },
    },
  );
  const code = await run.ended;

  expect([review.status, review.stderr]).toEqual([0, '']);
  expect(code).toBe(0);
  expect(lastLine(run)).toMatch(/^Live: http.*\/contoso\/web-site$/);
});

it('clears everything at a reset', async () => {
  const run = clone.start('--reset');

  const code = await run.ended;

  expect(run.output()).toContain('Cleared');
  expect(code).toBe(0);
  await expect(readFile(join(clone.folder, '.local/keys.json'))).rejects.toThrow('ENOENT');
});
