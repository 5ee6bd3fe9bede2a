import { spawnSync } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../../src/local/process/identity';
import { type LocalState, readState } from '../../src/local/state';
import { type Clone, makeClone, says, stackUp, type StartRun } from '../support/clone';
import { eventually } from '../support/eventually';
import { isSweep } from '../support/seed';
import { until } from '../support/until';

jest.setTimeout(900_000);

let clone: Clone;
beforeAll(async () => {
  // As somebody has it who works with a Temporal server elsewhere, too.
  clone = await makeClone({ TEMPORAL_NAMESPACE: 'elsewhere', TEMPORAL_API_KEY: 'of-elsewhere' });
});
afterAll(() => clone.remove());

const lastLine = ({ output }: StartRun): string => output().trimEnd().split('\n').at(-1) ?? '';

const processesOf = ({ supervisor, components }: LocalState) => [
  supervisor,
  ...Object.values(components).flatMap(({ process: component }) => component ?? []),
];

const ctrlC = '\u0003';

/** Command lines of whatever still runs in a folder or was started from there, whether it was written down or not. */
async function processesIn(folder: string): Promise<readonly string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    ids.map(async (id) => {
      const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
      const place = await readlink(`/proc/${id}/cwd`).catch(() => '');
      return command.includes(folder) || place.startsWith(folder) ? [command.replaceAll('\0', ' ')] : [];
    }),
  );
  return found.flat();
}

/** Who is printed with a sign-in link, and the link. */
const signInLinks = ({ output }: StartRun): ReadonlyMap<string, string> =>
  new Map(
    [...output().matchAll(/^ +(\S+) +(http\S+\/sign-in\?token=\S+)$/gm)].map(([, who = '', link = '']) => [
      who,
      link,
    ]),
  );

const apiTokenOf = async (): Promise<string> => {
  const keys = await readFile(join(clone.folder, '.local/keys.json'), 'utf8');
  return (JSON.parse(keys) as { readonly apiToken: string }).apiToken;
};

/** The sample's newest publication, as the API tells it. */
async function publicationOf({ apiUrl }: LocalState): Promise<unknown> {
  const answer = await fetch(`${apiUrl}/api/publishers/contoso/offers/linux-vm/publication`, {
    headers: { Authorization: `Bearer ${await apiTokenOf()}` },
  });
  return answer.json();
}

type Mail = { readonly messageId: string; readonly subject: string };

/** Everything that is in the inbox, which has no order within a second. */
async function mailsOf({ inboxUrl }: LocalState): Promise<readonly Mail[]> {
  const mails = (await (await fetch(`${inboxUrl}/email`)).json()) as readonly Mail[];
  return mails
    .map(({ messageId, subject }) => ({ messageId, subject }))
    .toSorted((one, other) => one.messageId.localeCompare(other.messageId));
}

let productPage: string;
/** What the first start left: the publication, and its mails. */
let published: unknown;
let mailed: readonly Mail[];

it('publishes the sample from nothing to live, and leaves no process', async () => {
  const run = clone.start('--go-live', '--exit');
  const state = await stackUp(clone, run);

  const code = await run.ended;

  expect({ code, lastLine: lastLine(run) }).toEqual({
    code: 0,
    lastLine: expect.stringMatching(/^Live: http/),
  });
  expect(run.output().includes('Dependencies are missing: running npm ci ...')).toBe(isSweep);
  expect(run.output()).toContain(
    'Not used, as TEMPORAL_ADDRESS is not set: TEMPORAL_NAMESPACE, TEMPORAL_API_KEY.',
  );
  expect(processesOf(state).filter(isAlive)).toEqual([]);
  expect(readState(join(clone.folder, '.local'))).toBeUndefined();
  productPage = lastLine(run).replace('Live: ', '');
});

it('shows the live offer and its mails after a start alone, heals, and stops on Ctrl-C', async () => {
  const run = clone.start('--empty');
  const state = await stackUp(clone, run);
  await says(run, 'Everything stays up.');

  const links = signInLinks(run);
  const signedIn = await Promise.all([...links.values()].map((link) => fetch(link, { redirect: 'manual' })));
  const page = await fetch(productPage);
  // The worker may have been stopped before it could send the last one; it does so now.
  const mails = await until('the mail about Live', async () => {
    const all = await mailsOf(state);
    return all.some(({ subject }) => subject.includes('is live')) && all;
  });
  [published, mailed] = [await publicationOf(state), mails];
  const second = clone.start();
  const secondCode = await second.ended;
  process.kill(state.components['inbox']!.process!.pid, 'SIGKILL');
  await says(run, 'inbox answers again.');
  run.process.kill('SIGINT');
  const code = await run.ended;

  expect([...links.keys()]).toEqual(['owner@contoso', 'contributor@contoso', 'reviewer@contoso', 'operator']);
  for (const { headers } of signedIn) expect(headers.get('set-cookie')).toMatch(/^offer_session=[^;]+\..+;/);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Contoso Linux Web Server');
  expect(mails.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining([expect.stringMatching(/preview/), expect.stringMatching(/is live/)]),
  );
  expect(published).toMatchObject({
    status: { outcome: 'live' },
    links: { live: [{ uri: productPage }, {}] },
  });
  expect(secondCode).toBe(0);
  expect(second.output()).toContain('already running');
  expect(second.output()).toContain(state.apiUrl);
  expect(run.output()).toContain('inbox ended (signal SIGKILL)');
  expect(code).toBe(0);
  expect(processesOf(state).filter(isAlive)).toEqual([]);
});

it('shows at the next start what the last one published, and publishes nothing', async () => {
  const run = clone.start();
  const state = await stackUp(clone, run);
  await says(run, 'Everything stays up.');

  const [page, publication, mails] = await Promise.all([
    fetch(productPage),
    publicationOf(state),
    mailsOf(state),
  ]);
  run.process.kill('SIGINT');
  const code = await run.ended;

  expect(run.output()).toContain('nothing to publish');
  expect(run.output()).not.toContain('Publish ...');
  expect(run.output()).toContain(`Live: ${productPage}`);
  expect(page.status).toBe(200);
  expect(publication).toEqual(published);
  expect(mails).toEqual(mailed);
  expect(code).toBe(0);
});

it('without a flag asks on a terminal, goes live at a key, survives being killed, and ends whole at Ctrl-C', async () => {
  const killed = clone.startOnTerminal('--again');
  const state = await stackUp(clone, killed);
  await says(killed, 'waits for your sign-off');
  process.kill(state.supervisor.pid, 'SIGKILL');
  await eventually(() => processesOf(state).every((recorded) => !isAlive(recorded)));

  const resumed = clone.startOnTerminal();
  const stack = await stackUp(clone, resumed);
  await says(resumed, 'press g here');
  resumed.process.stdin?.write('g');
  await says(resumed, 'Everything stays up. Ctrl-C stops it.');
  const running = processesOf(stack).filter(isAlive);
  const page = await fetch(productPage);
  resumed.process.stdin?.write(ctrlC);
  const code = await resumed.ended;

  expect(resumed.output()).toContain('going on with it');
  expect(resumed.output()).toContain(`Live: ${productPage}`);
  expect(page.status).toBe(200);
  expect(running.length).toBeGreaterThan(5);
  expect(resumed.output()).toContain('Stopping everything ...');
  // npm's shell can take Ctrl-C for its own end; ours is in order when nothing is left, the record of it neither.
  expect([0, 130]).toContain(code);
  expect(processesOf(stack).filter(isAlive)).toEqual([]);
  expect(await processesIn(clone.folder)).toEqual([]);
  expect(readState(join(clone.folder, '.local'))).toBeUndefined();
});

it('without a flag and a terminal goes live by itself, the sample application after its reviewers', async () => {
  const run = clone.start('--application', '--exit');
  await says(run, 'Reviewers look at it now');
  const { apiUrl } = readState(join(clone.folder, '.local'))!;
  const link = new URL(signInLinks(run).get('reviewer@contoso') ?? '');

  const review = spawnSync(process.execPath, ['offer.mjs', 'review', 'approve', 'contoso/web-site'], {
    cwd: clone.folder,
    encoding: 'utf8',
    env: { ...process.env, OFFER_API: apiUrl, OFFER_TOKEN: link.searchParams.get('token') ?? '' },
  });
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
