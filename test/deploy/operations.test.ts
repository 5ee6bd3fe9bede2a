import { Worker } from '@temporalio/worker';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv, promisify } from 'node:util';
import { readConfig } from '../../src/config';
import { createSigner } from '../../src/services/signing/signer';
import { payloadConverterPath } from '../../src/worker/workflow-bundle';
import { documentedCommands } from '../docs/commands';
import { type NamespaceAtWork, namespaceAtWork } from '../docs/namespace-at-work';
import { pathWithTemporal } from '../docs/temporal-cli';
import { typed } from '../docs/type';
import { offerAgainst } from '../support/run-offer';
import { newSigningKey } from '../support/signing-key';
import { testStack } from '../support/stack';
import { testApp } from '../support/test-app';
import { until } from '../support/until';
import { newFolder, root } from './compose-project';
import { settingNames } from './setting-names';

const manual = readFileSync(join(root, 'docs/OPERATIONS.md'), 'utf8');
const [makeEnv, readToken, fetchKeys, makeKeys, listFailed, describeRun, ...more] =
  documentedCommands['test/deploy/operations.test.ts'];
const [listStuck, describeControl, describeData, showHistory, reset, ...messages] = more;
const [signalGoLive, signalCancel, cancel, terminate] = messages;

const required = {
  DATABASE_URL: 'postgresql://u:p@localhost/offers',
  STAGING: account('staging'),
  REGIONS: `[${account('westeurope')}]`,
  SMTP_URL: 'smtp://localhost',
  PUBLIC_URL: 'http://localhost',
  SIGNING_KEY: newSigningKey(),
  SECRETS_KEY: Buffer.alloc(32).toString('base64'),
};

describe('the table of settings', () => {
  const rows = new Map(
    [...manual.matchAll(/^\| `([A-Z_]+)` +\| (\S+) +\|/gm)].map(([, name = '', standard = '']) => [
      name,
      standard,
    ]),
  );
  it('has every setting, and no other', () => {
    expect([...rows.keys()].toSorted()).toEqual([...settingNames()].toSorted());
  });

  it('says truly which are required and what the others are without a line', () => {
    const config: Readonly<Record<string, unknown>> = readConfig(required);
    const optional = [...settingNames()].filter((name) => !(name in required));

    expect(optional.map((name) => [name, rows.get(name)])).toEqual(
      optional.map((name) => [name, shown(config[name])]),
    );
    for (const name of Object.keys(required)) {
      const { [name]: _left, ...others } = required as Record<string, string>;
      expect(rows.get(name)).toBe('required');
      expect(() => readConfig(others)).toThrow(name);
    }
  });
});

describe('settings and keys', () => {
  it('come from the commands as an operator types them, in a checkout', async () => {
    const checkout = newFolder();
    mkdirSync(join(checkout, 'deploy'));
    for (const file of ['make-env.mjs', 'compose.env.example'])
      cpSync(join(root, 'deploy', file), join(checkout, 'deploy', file));
    const type = (command: string) =>
      promisify(execFile)('bash', ['--norc', '-c', command], { cwd: checkout });

    await type(makeEnv);
    const { stdout } = await type(`${readToken}; echo "$OFFER_API $OFFER_TOKEN"`);
    await type(makeKeys);

    const settings = parseEnv(readFileSync(join(checkout, 'deploy/compose.env'), 'utf8'));
    const later = parseEnv(readFileSync(join(checkout, 'new-keys.env'), 'utf8'));
    expect(stdout).toBe(`http://localhost:8080 ${readConfig(settings).API_TOKEN}\n`);
    expect(readConfig(later).SIGNING_KEY).not.toBe(readConfig(settings).SIGNING_KEY);
  });

  it('change so that what the old signing key signed stays valid', async () => {
    const old = createSigner({ privateKeyPem: newSigningKey(), retired: {} });
    const signature = old.sign(Buffer.from('manifest'));
    const offer = await offerAgainst(testApp({ signer: old }).app);

    const answer = JSON.parse(await typed(fetchKeys, { OFFER_API: offer.url })) as { keys: object };

    const retired = readConfig({ ...required, RETIRED_SIGNING_KEYS: JSON.stringify(answer.keys) });
    const renewed = { privateKeyPem: newSigningKey(), retired: retired.RETIRED_SIGNING_KEYS };
    expect(createSigner(renewed).verify(Buffer.from('manifest'), signature)).toBe(true);
    expect(createSigner({ ...renewed, retired: {} }).verify(Buffer.from('manifest'), signature)).toBe(false);
  });
});

describe('commands about a run', () => {
  let own: NamespaceAtWork;
  let environment: Readonly<Record<string, string>>;
  const type = (command: string): Promise<string> => typed(command, environment);
  /** A query may fail while a run cannot answer. */
  const untilSaid = (command: string, words: string): Promise<true> =>
    until(`${command} says ${words}`, async () => (await type(command)).includes(words), 240_000);

  /** A run says how it ended before it has: until then its id is taken. */
  const hasClosed = (): Promise<unknown> =>
    own.temporal.workflow.getHandle('publication.contoso.linux-vm').result();

  // Where there is no Temporal CLI yet, it is built first.
  beforeAll(async () => {
    own = await namespaceAtWork();
    environment = { ...own.environment, PATH: await pathWithTemporal() };
  }, 600_000);
  afterAll(() => own.close());

  beforeEach(async () => {
    await type(startRun);
    await untilSaid(queryRun, 'waitingForPublisherReview');
  });

  it('show where a run is, and who works', async () => {
    // The run answers a moment before the server has noted what it set.
    await untilSaid(describeRun, 'waitingForPublisherReview');
    const [described, failed, stuck, control, data] = await Promise.all(
      [describeRun, listFailed, listStuck, describeControl, describeData].map(type),
    );
    await type(terminate);

    expect(described).toMatch(/data:"\\"waitingForPublisherReview\\""/);
    expect(failed).not.toContain('publication.contoso.linux-vm');
    expect(stuck).not.toContain('publication.contoso.linux-vm');
    expect(control).toMatch(/workflow/i);
    expect(data).toMatch(/activity/i);
  });

  it('save a history that today’s code can replay', async () => {
    const history: unknown = JSON.parse(await type(showHistory));
    await type(terminate);

    const codePath = testStack().workflowBundlePath();
    const options = { workflowBundle: { codePath }, dataConverter: { payloadConverterPath } };
    const replayed = Worker.runReplayHistory(options, history, 'publication.contoso.linux-vm');
    await expect(replayed).resolves.toBeUndefined();
  });

  it('let a run go on from before its last task, without the signals of that task', async () => {
    await type('temporal workflow signal --workflow-id publication.contoso.linux-vm --name __temporal_stop');
    await untilSaid(queryRun, 'reserved: __temporal_stop');

    await type(reset);

    await untilSaid(queryRun, 'waitingForPublisherReview');
    expect(await type(showHistory)).toContain('RESET_WORKFLOW');
    expect(await type(terminate)).toMatch(/terminat/i);
  });

  it.each([
    [signalGoLive, 'live'],
    [signalCancel, 'canceled'],
  ])('decide past the API: %s', async (signal, outcome) => {
    await type(signal);
    await hasClosed();

    expect(await type(queryRun)).toContain(`"outcome":"${outcome}"`);
  });

  it('cancel and end runs', async () => {
    await type(cancel);
    await hasClosed();
    expect(await type(queryRun)).toContain('"outcome":"canceled"');

    await type(startRun);
    await type(terminate);

    expect(await type(showHistory)).toContain('EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED');
  });
});

const startRun = documentedCommands['test/docs/any-language.test.ts'][0];
const queryRun = documentedCommands['test/docs/any-language.test.ts'][1];

function account(name: string): string {
  return JSON.stringify({
    name,
    url: `http://localhost/${name}`,
    credential: { accountName: name, accountKey: 'c2VjcmV0' },
  });
}

/** How the table writes a value. */
function shown(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'none';
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}
