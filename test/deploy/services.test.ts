import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { dependencies } from '../../package.json';
import { ownPort } from '../support/own-port';
import { pathWithTemporal } from '../docs/temporal-cli';
import { dropDatabase, freshDatabase, testStack } from '../support/stack';
import { until } from '../support/until';
import {
  composeProject,
  environmentOf,
  newFolder,
  newSettings,
  type Project,
  root,
  withLines,
} from './compose-project';
import { builtApp, type Ended, type Place, runToEnd, start, type Started, untilHealthy } from './native';

type StandIn = {
  readonly here: (argument: string) => string;
  readonly started: Started;
  readonly health: () => Promise<Ended>;
};

const standInPorts = { storage: ['10000', '10001', '10002'], inbox: ['1025', '1080'] };

/**
 * The commands of docker-compose.yml, run without Docker: in a folder with what the image holds, with the environment
 * that compose would give them. Only addresses differ: the servers are those of the test run, and ports are free ones.
 */
describe('the services of docker-compose.yml, started without Docker', () => {
  const namespace = `deploy-${randomUUID()}`;
  let databaseUrl = '';
  let project: Project;
  let app = '';
  /** A port that somebody else listens on. */
  const occupied = new URL(testStack().inboxUrl).port;

  beforeAll(async () => {
    databaseUrl = await freshDatabase();
    const [settings, built] = await Promise.all([newSettings(), builtApp()]);
    app = built;
    project = await composeProject(withLines(settings, addresses(databaseUrl, namespace)));
  }, 600_000);

  const running: Started[] = [];
  const begin = (command: readonly string[], place: Place): Started => {
    const started = start(command, place);
    running.push(started);
    return started;
  };

  afterEach(async () => {
    for (const started of running.splice(0)) {
      started.stop('SIGKILL');
      await started.ended;
    }
  });

  afterAll(() => dropDatabase(databaseUrl));

  const placeOf = (name: string, here: Readonly<Record<string, string>> = {}): Place => ({
    directory: app,
    environment: { ...environmentOf(project.services[name]!), ...here },
  });
  /** With ports that are free here, where the container has its own. */
  const onFreePorts = async (name: string): Promise<Place> => {
    const given = environmentOf(project.services[name]!);
    const here = Object.entries(await ownPorts()).filter(([setting]) => setting in given);
    return placeOf(name, Object.fromEntries(here));
  };
  const health = (name: string, place: Place): Promise<Ended> =>
    runToEnd(project.services[name]!.healthcheck!.test.slice(1), place);

  it('need no package that the image leaves out', () => {
    const files = readdirSync(join(app, 'dist'), { recursive: true, encoding: 'utf8' });
    const scripts = files.filter((file) => file.endsWith('.js') && !file.startsWith('bundle/'));
    const needed = scripts.flatMap((file) => packagesOf(readFileSync(join(app, 'dist', file), 'utf8')));

    expect(needed).toContain('@temporalio/worker');
    expect([...new Set(needed)].filter((name) => !(name in dependencies))).toEqual([]);
  });

  it('temporal-namespace makes the namespace and its search attributes, once', async () => {
    const place = {
      directory: root,
      environment: {
        ...environmentOf(project.services['temporal-namespace']!),
        PATH: await pathWithTemporal(),
      },
    };
    const script = ['sh', 'deploy/temporal/namespace.sh'];

    const first = await runToEnd(script, place);
    const second = await runToEnd(script, place);

    const { output } = await runToEnd(['temporal', 'operator', 'search-attribute', 'list'], place);
    expect(first).toMatchObject({ exitCode: 0 });
    expect(second).toEqual({ exitCode: 0, output: '' });
    for (const name of ['PublisherId', 'OfferId', 'OfferType', 'PublicationStatus'])
      expect(output).toMatch(new RegExp(`${name}\\s+Keyword`));
    // Where there is no Temporal CLI yet, it is built first.
  }, 600_000);

  it('migrate brings a new database up to date, and finds nothing to do the second time', async () => {
    const { command } = project.services['migrate']!;

    const first = await runToEnd(command!, placeOf('migrate'));
    const second = await runToEnd(command!, placeOf('migrate'));

    expect(first).toMatchObject({ exitCode: 0, output: expect.stringContaining('applied 0001') as string });
    expect(second).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining(' 0 applied now') as string,
    });
  });

  it.each(['api', 'worker-control', 'worker-data'])(
    '%s becomes healthy, tells no secret, and ends well when asked to',
    async (name) => {
      const place = await onFreePorts(name);
      const secrets = secretsOf(place.environment);
      const before = readdirSync(join(app, 'dist/bundle'));

      const started = begin(project.services[name]!.command!, place);
      await untilHealthy(started, () => health(name, place));
      await until('it names everybody it talks to, and all answer', async () =>
        /^(?=.*"degraded":\[\]).*"temporal".*"mail"/.test(await readiness(place)),
      );
      started.stop('SIGTERM');
      const { exitCode, output } = await started.ended;

      expect(exitCode).toBe(0);
      expect(readdirSync(join(app, 'dist/bundle'))).toEqual(before);
      expect(before).toHaveLength(1);
      expect(secrets.length).toBeGreaterThan(5);
      expect(secrets.filter((secret) => output.includes(secret))).toEqual([]);
    },
  );

  it.each([
    ['api', { API_PORT: () => occupied }],
    ['worker-control', { TEMPORAL_NAMESPACE: () => 'nowhere' }],
    ['worker-data', { SECRETS_KEY: () => 'short' }],
  ])('%s ends by itself when it cannot run, so that it is started again', async (name, wrong) => {
    const { directory, environment } = await onFreePorts(name);
    const values = Object.entries(wrong).map(([key, value]) => [key, value()] as const);
    const place = { directory, environment: { ...environment, ...Object.fromEntries(values) } };

    const { exitCode, output } = await begin(project.services[name]!.command!, place).ended;

    expect(exitCode).toBe(1);
    expect(output).toMatch(/The (worker|API) could not run/);
  });

  it('are unhealthy when nobody answers', async () => {
    const { exitCode } = await health('api', await onFreePorts('api'));

    expect(exitCode).toBe(1);
  });

  /** A stand-in with the container's addresses and folder as they are on this machine. */
  const standIn = async (name: 'storage' | 'inbox'): Promise<StandIn> => {
    const { command, healthcheck } = project.services[name]!;
    const here = await elsewhere(standInPorts[name]);
    const place = { ...placeOf(name), directory: root };
    return {
      here,
      started: begin(command!.map(here), place),
      health: () => runToEnd(healthcheck!.test.slice(1).map(here), place),
    };
  };

  it.each(['storage', 'inbox'] as const)('%s becomes healthy and ends when asked to', async (name) => {
    const { started, health } = await standIn(name);

    await untilHealthy(started, health);
    started.stop('SIGTERM');

    expect((await started.ended).output).not.toMatch(/error/i);
  });

  it('storage finds the account in the path, under the host name that links have', async () => {
    const { started, health, here } = await standIn('storage');

    await untilHealthy(started, health);

    expect(await answerOf(here('10000'), '/westeurope?comp=list')).toContain('AuthorizationFailure');
    expect(await answerOf(here('10000'), '/nobody?comp=list')).not.toContain('AuthorizationFailure');
  });
});

function addresses(databaseUrl: string, namespace: string): Record<string, string> {
  const { temporalAddress, smtpUrl, storage } = testStack();
  const account = (name: string): object => ({
    name,
    url: storage.blobUrl(name),
    credential: { accountName: name, accountKey: storage.accountKey(name) },
  });
  return {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: smtpUrl,
    STAGING: `'${JSON.stringify(account('staging'))}'`,
    REGIONS: `'${JSON.stringify(['westeurope', 'eastus'].map(account))}'`,
  };
}

/** Loopback instead of the container's own network. */
async function ownPorts(): Promise<Record<string, string>> {
  const [api, health, metrics] = await Promise.all([ownPort(), ownPort(), ownPort()]);
  return {
    API_HOST: '127.0.0.1',
    API_PORT: String(api),
    WORKER_HEALTH_HOST: '127.0.0.1',
    WORKER_HEALTH_PORT: String(health),
    METRICS_PORT: String(metrics),
  };
}

async function readiness({ environment }: Place): Promise<string> {
  const port = environment['WORKER_HEALTH_PORT'] ?? environment['API_PORT'];
  return (await fetch(`http://127.0.0.1:${port}/readyz`)).text();
}

async function elsewhere(ports: readonly string[]): Promise<(argument: string) => string> {
  const folder = newFolder();
  const free = new Map(
    await Promise.all(ports.map(async (port) => [port, String(await ownPort())] as const)),
  );
  return (argument) =>
    argument
      .replaceAll('0.0.0.0', '127.0.0.1')
      .replaceAll('/data', folder)
      .replace(/\b(\d{4,5})\b/g, (port) => free.get(port) ?? port);
}

function packagesOf(script: string): string[] {
  const required = [...script.matchAll(/\brequire(?:\.resolve)?\("([^".][^"]*)"\)/g)].map(
    ([, name = '']) => name,
  );
  return required
    .filter((name) => !isBuiltin(name))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}

/** Passwords, keys and tokens among the settings. */
function secretsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  const all = JSON.stringify(Object.values(environment));
  const keys = [...all.matchAll(/accountKey\\+":\\+"([^"\\]+)/g)].map(([, key = '']) => key);
  const named = ['SECRETS_KEY', 'SIGNING_KEY', 'API_TOKEN'].flatMap((name) => environment[name] ?? []);
  const password = new URL(environment['DATABASE_URL']!).password;
  return [...keys, password, ...named, ...named.flatMap((text) => text.split('\n')[1] ?? [])].filter(Boolean);
}

/** Without a signature a known account refuses, an unknown one is not found. */
function answerOf(port: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { Host: 'storage.localhost:10000' };
    request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => resolve(text));
    })
      .once('error', reject)
      .end();
  });
}
