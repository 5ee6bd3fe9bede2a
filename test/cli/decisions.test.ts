import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { createPublicationClient } from '../../src/client';
import { goodStaged } from '../domain/offer/good-staged';
import { offerAt } from '../support/offer-at';
import { publishableOffer } from '../support/publishable-offer';
import { emptyFolder, runOffer } from '../support/run-offer';
import { apiToken, testApp } from '../support/test-app';

describe('offer go-live', () => {
  it('says for when it was accepted, and how to take it back', async () => {
    const { run, test } = await offerAt('signOff');

    const told = await run('go-live', 'contoso/linux-vm', '--at', '2027-01-31T10:00:00+01:00');

    expect(told).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: `Sign-off for Jan 31, 2027, 9:00:00 AM UTC: accepted for contoso/linux-vm.
To take it back: offer withdraw contoso/linux-vm
`,
    });
    expect(test.client.sent[0]).toMatchObject({
      name: 'goLive',
      input: { notBefore: '2027-01-31T09:00:00.000Z' },
    });
  });

  it.each([
    ['pending', 'No worker answers just now; it is not lost.'],
    ['runFails', 'it is not lost, but an operator has to look at its run.'],
  ] as const)('says that nothing is lost when the run does not answer: %s', async (next, reason) => {
    const { run, test } = await offerAt('signOff');
    test.client.next = next;

    const told = await run('go-live', 'contoso/linux-vm');

    expect(told.exitCode).toBe(0);
    expect(told.stdout).toMatch(/accepted, not yet answered\. .+/);
    expect(told.stdout).toContain(reason);
  });

  it('is refused in another phase with exit code 7, naming both phases', async () => {
    const { run } = await offerAt('certification');

    const { exitCode, stdout, stderr } = await run('go-live', 'contoso/linux-vm');

    expect([exitCode, stdout]).toEqual([7, '']);
    expect(stderr).toContain('Awaiting publisher sign-off');
    expect(stderr).toContain('Certification - In progress');
    expect(stderr).toContain('offer status contoso/linux-vm');
  });
});

it.each([
  [['go-live'], 'signOff', 'Request approval to push to production: accepted for contoso/linux-vm.'],
  [
    ['go-live', '--at', '2027-01-31T10:00:00Z'],
    'signOff',
    'Request for approval for Jan 31, 2027, 10:00:00 AM UTC: accepted for contoso/linux-vm.',
  ],
  [['withdraw'], 'scheduled', 'Withdraw the request for approval: accepted for contoso/linux-vm.'],
] as const)('offer %j of a staged offer speaks of its approval', async ([verb, ...flags], phase, told) => {
  const { run } = await offerAt(phase, { draft: goodStaged['data-service']() });

  const { exitCode, stdout } = await run(verb, 'contoso/linux-vm', ...flags);

  expect(exitCode).toBe(0);
  expect(stdout.split('\n')[0]).toBe(told);
});

describe('offer go-live at a time that has passed', () => {
  it('is refused with exit code 2, saying how to go live now', async () => {
    const unreachable = { workflow: { getHandle: () => ({}) } } as unknown as Client;
    const test = testApp({ client: createPublicationClient(unreachable) });
    const { run } = await offerAt('signOff', { test });

    const told = await run('go-live', 'contoso/linux-vm', '--at', '2020-01-31T09:00:00Z');

    expect([told.exitCode, told.stdout]).toEqual([2, '']);
    expect(told.stderr).toMatch(/2020.* has passed\. Name a later time, or none to go live now\./);
  });
});

describe('offer cancel', () => {
  it('passes the reason on', async () => {
    const { run, test } = await offerAt('signOff');

    const told = await run('cancel', 'contoso/linux-vm', '--reason', 'wrong screenshot', '--json');

    expect(told.exitCode).toBe(0);
    expect(JSON.parse(told.stdout)).toMatchObject({ offer: 'contoso/linux-vm', state: 'accepted' });
    expect(test.client.sent[0]).toMatchObject({ name: 'cancel', input: { reason: 'wrong screenshot' } });
  });
});

describe('offer publish', () => {
  it('says which publication it is and how to follow it', async () => {
    const { run, test } = await offerAt();

    const { exitCode, stdout } = await run('publish', 'contoso/linux-vm', '--email', 'a@x.com', 'b@x.com');

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^contoso\/linux-vm is being published \(publication [0-9a-f-]{36}\)\.\nFollow it: offer status contoso\/linux-vm --watch\n$/,
    );
    expect(test.client.sent[0]).toMatchObject({ input: { notificationEmails: ['a@x.com', 'b@x.com'] } });
  });

  it('tells reviewers what they should know', async () => {
    const { run, test } = await offerAt();

    const { exitCode } = await run('publish', 'contoso/linux-vm', '--notes', 'Sign in as demo.');

    expect(exitCode).toBe(0);
    expect(test.client.sent[0]).toMatchObject({ input: { certificationNotes: 'Sign in as demo.' } });
  });

  it('shows every finding with its fix and ends with 3', async () => {
    const { run } = await offerAt(undefined, {
      draft: publishableOffer({ 'microsoft-azure-marketplace.title': '' }),
    });

    const { exitCode, stdout, stderr } = await run('publish', 'contoso/linux-vm');

    expect([exitCode, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(
      /! .+ \[offer\.field-missing\] at \/definition\/offer\/microsoft-azure-marketplace\.title\n {4}Fix: .+\n/,
    );
  });

  it('gives the findings as JSON too', async () => {
    const { run } = await offerAt(undefined, {
      draft: publishableOffer({ 'microsoft-azure-marketplace.title': '' }),
    });

    const { exitCode, stdout, stderr } = await run('publish', 'contoso/linux-vm', '--json');

    expect([exitCode, stderr]).toEqual([3, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      offer: 'contoso/linux-vm',
      error: { code: 'ValidationFailed', details: [{ ruleId: 'offer.field-missing' }] },
    });
  });
});

describe('offer check-live', () => {
  it('says that all is as it was signed', async () => {
    const { run } = await offerAt('live');

    const told = await run('check-live', 'contoso/linux-vm');

    expect(told).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: 'contoso/linux-vm version 1\nAll that is live is what was signed.\n',
    });
  });
});

describe('offer check-live before anything is live', () => {
  it('says so and ends with 7', async () => {
    const nothing = { offerVersion: null, packageDigest: null, ok: false, items: [] };
    const test = testApp({ liveChecker: { check: async (asked) => ({ ...asked, ...nothing }) } });
    const { run } = await offerAt(undefined, { test });

    const told = await run('check-live', 'contoso/linux-vm');

    expect(told).toEqual({
      exitCode: 7,
      stdout: '',
      stderr: `contoso/linux-vm is not live yet: there is nothing to compare.
See: offer status contoso/linux-vm
`,
    });
  });
});

describe('a wrong command line', () => {
  it.each([
    ['no such offer', ['status', 'contoso/other'], /no offer contoso\/other/],
    ['no offer named', ['status'], /Name the offer/],
    ['a name that is none', ['status', 'Contoso Ltd'], /does not name an offer/],
    ['an unknown command', ['stauts'], /Did you mean status\?/],
    ['an unknown option', ['status', 'contoso/linux-vm', '--jsn'], /Did you mean --json\?/],
    ['a date that is none', ['go-live', 'contoso/linux-vm', '--at', 'soon'], /2027-01-31T09:00:00Z/],
    ['a wrong token', ['--token', 'wrong', 'status', 'contoso/linux-vm'], /does not accept the token/],
    ['an address that is none', ['--api', 'nowhere', 'status', 'contoso/linux-vm'], /is not an address/],
  ])('ends with 2 and says what to do: %s', async (_name, argv, message) => {
    const { run } = await offerAt('signOff');

    const { exitCode, stdout, stderr } = await run(...argv);

    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('says what to do when nothing is known of an API', async () => {
    const { exitCode, stderr } = await runOffer(['status', 'contoso/linux-vm'], {});

    expect(exitCode).toBe(2);
    expect(stderr).toContain('npm start');
    expect(stderr).toContain('OFFER_API');
  });

  it('needs no offer and no address while the local stack says both', async () => {
    const { url } = await offerAt('signOff');
    const folder = emptyFolder();
    mkdirSync(join(folder, '.local'));
    const state = { apiUrl: url, apiToken, offer: 'contoso/linux-vm', components: {} };
    writeFileSync(join(folder, '.local', 'state.json'), JSON.stringify(state));

    const { exitCode, stdout } = await runOffer(['go-live'], {}, { folder });

    expect([exitCode, stdout]).toEqual([0, 'Go live: accepted for contoso/linux-vm.\n']);
  });

  it('says what to do when the API does not answer', async () => {
    const environment = { OFFER_API: 'http://127.0.0.1:9', OFFER_TOKEN: apiToken };

    const { exitCode, stderr } = await runOffer(['status', 'contoso/linux-vm'], environment);

    expect(exitCode).toBe(8);
    expect(stderr).toContain('http://127.0.0.1:9');
    expect(stderr).toContain('offer doctor');
  });

  it.each([[], ['status'], ['go-live'], ['cancel'], ['publish'], ['check-live'], ['doctor']])(
    'explains itself with --help %s',
    async (...command) => {
      const { exitCode, stdout, stderr } = await runOffer([...command, '--help'], {});

      expect([exitCode, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^Usage: offer/);
    },
  );
});
