import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { builtProgram } from '../support/built-product';
import { publicationAt } from '../support/publication-at';
import { emptyFolder } from '../support/run-offer';
import { offerAt, type OfferAt } from '../support/offer-at';
import { apiToken, type TestApp } from '../support/test-app';
import { until } from '../support/until';

const root = join(__dirname, '../..');
let program: string;
beforeAll(async () => {
  program = await builtProgram('cli/main.js');
});

let test: TestApp;
let offer: OfferAt;
beforeEach(async () => {
  offer = await offerAt();
  ({ test } = offer);
});

type Running = {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
};

/** A shell command in which `offer` is the command of this checkout, spoken to over pipes. */
function shell(command: string, environment: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(
    'bash',
    ['--norc', '-c', `offer() { exec ${process.execPath} ${program} "$@"; }\n${command}`],
    {
      cwd: root,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: emptyFolder(),
        TERM: 'xterm-256color',
        OFFER_API: offer.url,
        OFFER_TOKEN: apiToken,
        ...environment,
      },
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => (text += piece.toString()));
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, said: text })),
  );
  return { child, said: () => text, ended };
}

/** The same on a terminal of 100 columns. */
function terminal(argv: string, environment: Readonly<Record<string, string>> = {}): Running {
  const inside = `stty cols 100 rows 40; exec ${process.execPath} ${program} ${argv}`;
  return shell(`script -qefc '${inside}' /dev/null`, environment);
}

const provisioning = [
  {
    item: 'replicate.westeurope',
    doneBytes: 2 ** 29,
    totalBytes: 2 ** 30,
    bytesPerSecond: 2 ** 26,
    state: 'running' as const,
    updatedAt: '2026-11-20T11:59:00.000Z',
  },
];

describe('on a terminal', () => {
  it('shows the steps below each other with a bar for each region, and at the end what to do', async () => {
    test.publish(publicationAt('provisioning'));
    test.catalogue.items = provisioning;

    const watching = terminal('status contoso/linux-vm --watch');
    await until('a bar is shown', async () => watching.said().includes('█████░░░░░'));
    test.catalogue.statuses[0] = publicationAt('live');
    const { code, said } = await watching.ended;

    const plain = stripVTControlCharacters(said);
    expect(code).toBe(0);
    expect(plain).toMatch(/westeurope {2}█████░░░░░ {2}50 % {2}512 MiB of 1 GiB {2}64 MiB\/s, 8 sec left/);
    // The last drawing: every step ticked, in columns.
    expect(plain.match(/✔ Live +Complete/)).not.toBeNull();
    expect(plain.trimEnd()).toMatch(
      /Status page: http:\/\/offers\.example\/publishers\/contoso\/offers\/linux-vm\/status$/,
    );
    expect(said).toContain('\u001b[?25h');
  });

  it('says what was found where a step failed, and ends with its code', async () => {
    test.publish(publicationAt('certification'));

    const watching = terminal('status contoso/linux-vm --watch');
    await until('the list is shown', async () => watching.said().includes('Certification'));
    test.catalogue.statuses[0] = publicationAt('certificationFailed');
    const { code, said } = await watching.ended;

    expect(code).toBe(4);
    expect(stripVTControlCharacters(said)).toMatch(/✖ Certification +Failed.*vm\.vhd\.size-alignment/s);
  });

  it('stops at Ctrl-C with 130: the cursor is back, and the publication goes on', async () => {
    test.publish(publicationAt('certification'));

    const watching = terminal('status contoso/linux-vm --watch');
    await until('the list is shown', async () => watching.said().includes('Certification'));
    watching.child.stdin?.write('\u0003');
    const { code, said } = await watching.ended;

    expect(code).toBe(130);
    expect(stripVTControlCharacters(said)).toContain(
      'Stopped watching. The publication of contoso/linux-vm goes on',
    );
    expect(said).toContain('\u001b[?25h');
  });

  it.each([
    ['colours', {}, true],
    ['none with NO_COLOR', { NO_COLOR: '1' }, false],
  ])('has %s', async (_case, environment, isColoured) => {
    test.publish(publicationAt('live'));

    const { said } = await terminal('status contoso/linux-vm', environment).ended;

    expect(said.includes('\u001b[32m')).toBe(isColoured);
    expect(said).toContain('Live');
  });

  it('asks before something is gone, and takes no for an answer', async () => {
    const discarding = terminal('discard contoso/linux-vm');
    await until('it asks', async () => discarding.said().includes('[y/N]'));
    discarding.child.stdin?.write('n\r');
    const { code } = await discarding.ended;

    expect(code).toBe(5);
    expect(test.catalogue.drafts.has('contoso/linux-vm')).toBe(true);
  });

  it('reads a token without showing it', async () => {
    const login = terminal(`login ${offer.url}`, { OFFER_TOKEN: '', OFFER_API: '' });
    await until('it asks', async () => login.said().includes('Token for'));
    login.child.stdin?.write(`${apiToken}\r`);
    const { code, said } = await login.ended;

    expect(code).toBe(0);
    expect(said).toContain('Logged in to');
    expect(said).not.toContain(apiToken);
  });
});

describe('in a pipeline', () => {
  it('is quiet when the reader has had enough', async () => {
    test.publish(publicationAt('live'));

    const { code, said } = await shell(
      'set -o pipefail; (offer status contoso/linux-vm; echo "ended with $?" >&2) | true',
    ).ended;

    expect(said).not.toMatch(/EPIPE|Error|at /);
    expect([0, 141]).toContain(code);
  });

  it('is told by SIGTERM as by Ctrl-C', async () => {
    test.publish(publicationAt('certification'));

    const watching = shell('offer status contoso/linux-vm --watch');
    await until('it watches', async () => watching.said().includes('Certification'));
    watching.child.kill('SIGTERM');
    const { code, said } = await watching.ended;

    expect(code).toBe(130);
    expect(said).toContain('goes on: offer status contoso/linux-vm --watch');
  });

  it('reads files where npm was called, not where the checkout is', async () => {
    const { code, said } = await shell(`echo '{' > "$HOME/o.json"; INIT_CWD="$HOME" offer put o.json`).ended;

    expect(code).toBe(2);
    expect(said).toContain('o.json:2:1: This is not JSON: it ends too early.');
  });
});
