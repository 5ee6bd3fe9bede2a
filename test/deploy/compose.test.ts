import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { readConfig } from '../../src/config';
import { createSigner } from '../../src/services/signing/signer';
import {
  composeProject,
  environmentOf,
  newFolder,
  newSettings,
  type Project,
  root,
  type Service,
  withLines,
} from './compose-project';
import { settingNames } from './setting-names';

const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const exactTag = /^[\w.-]+(\/[\w.-]+)*:v?\d+\.\d+(\.\d+)?(-[a-z-]+)?$/;
const isLongRunning = (service: Service): boolean => service.restart === 'unless-stopped';
const isOurs = (service: Service): boolean => service.image.startsWith('offer-publication:');

describe('docker-compose.yml', () => {
  let settings = '';
  let project: Project;
  const services = (which: (service: Service) => boolean = () => true): [string, Service][] =>
    Object.entries(project.services).filter(([, service]) => which(service));

  beforeAll(async () => {
    settings = await newSettings();
    project = await composeProject(settings);
  });

  it('runs the whole system', () => {
    expect(Object.keys(project.services).toSorted()).toEqual([
      'api',
      'inbox',
      'migrate',
      'postgres',
      'storage',
      'temporal',
      'temporal-namespace',
      'temporal-schema',
      'temporal-ui',
      'worker-control',
      'worker-data',
    ]);
  });

  it('names every image by an exact version, ours by this release’s', () => {
    const images = services().map(([, { image }]) => image);
    const stages = [...text('Dockerfile').matchAll(/^FROM (\S+) AS (\S+)$/gm)];
    const bases = stages
      .map(([, from = '']) => from)
      .filter((from) => !stages.some(([, , name]) => name === from));

    for (const image of [...images, ...bases]) expect(image).toMatch(exactTag);
    expect(bases).toHaveLength(1);
    for (const image of images.filter((name) => name.startsWith('offer-publication')))
      expect(image.split(':')[1]).toBe(version);
  });

  it('gives no service more rights than it needs', () => {
    for (const [name, service] of services()) {
      const { user, read_only, cap_drop, security_opt } = service;
      expect({ name, user, read_only, cap_drop, security_opt }).toEqual({
        name,
        user: expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/) as string,
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    }
  });

  it('checks the health of all that runs on, and waits only for what can be waited for', () => {
    for (const [name, service] of services(isLongRunning))
      expect([name, service.healthcheck?.test[0]]).toEqual([name, 'CMD']);
    for (const [name, { depends_on = {} }] of services())
      for (const [other, { condition }] of Object.entries(depends_on)) {
        const awaited = project.services[other]!;
        expect([name, other, condition]).toEqual([
          name,
          other,
          isLongRunning(awaited) ? 'service_healthy' : 'service_completed_successfully',
        ]);
      }
  });

  it('can be reached from this machine only', () => {
    const published = services().flatMap(([, { ports = [] }]) => ports);

    expect(published.length).toBeGreaterThan(5);
    for (const { host_ip } of published) expect(host_ip).toBe('127.0.0.1');
  });

  it('mounts and builds from what is there', () => {
    const mounted = services().flatMap(([, { volumes = [] }]) =>
      volumes.filter(({ type }) => type === 'bind').map(({ source }) => source),
    );
    const builds = services().flatMap(([, { build }]) => (build === undefined ? [] : [build]));
    const dockerfile = text('Dockerfile');
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) =>
      sources.split(' '),
    );

    for (const path of [...mounted, ...copied.map((source) => join(root, source))])
      expect([path, existsSync(path)]).toEqual([path, true]);
    expect(mounted.length).toBeGreaterThan(3);
    expect(copied.length).toBeGreaterThan(4);
    for (const { context, target } of builds) {
      expect(context).toBe(root);
      expect(dockerfile).toContain(` AS ${target}\n`);
    }
    for (const source of copied) expect(text('.dockerignore')).toContain(`!${source}\n`);
  });

  it('gives our processes settings that they accept', () => {
    for (const name of ['api', 'worker-control', 'worker-data']) {
      const config = readConfig(environmentOf(project.services[name]!));

      expect(config.REGIONS.map((region) => region.name)).toEqual([
        'westeurope',
        'eastus',
        'southeastasia',
        'brazilsouth',
      ]);
      const key = { privateKeyPem: config.SIGNING_KEY, retired: config.RETIRED_SIGNING_KEYS };
      expect(createSigner(key).keyId).toMatch(/\w/);
    }
    const { migrate } = project.services;
    expect(Object.keys(environmentOf(migrate!))).toEqual(['DATABASE_URL']);
  });

  it('can pass on every setting there is', () => {
    // The image has the bundle where the default looks for it; an instance's own id is for who starts it by hand.
    const fixed = ['BUNDLE_FOLDER', 'INSTANCE_ID'];
    const passedOn = services(isOurs).flatMap(([, { environment = {} }]) => Object.keys(environment));

    expect(settingNames().size).toBeGreaterThan(20);
    expect([...new Set([...passedOn, ...fixed])]).toEqual(expect.arrayContaining([...settingNames()]));
  });

  it('reads every line of the env file', () => {
    const lines = [...text('deploy/compose.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!);

    const unread = lines.filter((name) => !new RegExp(`\\b${name}\\b`).test(text('docker-compose.yml')));

    expect(lines.length).toBeGreaterThan(15);
    expect(unread).toEqual([]);
  });

  it('knows the storage accounts that the settings name', () => {
    const accounts = new Map(
      (project.services['storage']!.environment!['AZURITE_ACCOUNTS'] ?? '')
        .split(';')
        .map((account) => account.split(':') as [string, string]),
    );
    const { STAGING, REGIONS, UPLOADS } = readConfig(environmentOf(project.services['api']!));

    for (const account of [STAGING, ...REGIONS, UPLOADS])
      expect(accounts.get(account?.credential.accountName ?? '')).toBe(account?.credential.accountKey);
    expect(UPLOADS?.name).toBe('publisher');
  });

  it.each([
    ['a misspelled key', ['healthcheck: &ready', 'healthchek: &ready'], 'healthchek'],
    ['an unknown service', ['migrate: {', 'migration: {'], 'migration'],
  ])('is refused with %s', async (_fault, [right = '', wrong = ''], named) => {
    const broken = join(newFolder(), 'docker-compose.yml');
    writeFileSync(broken, text('docker-compose.yml').replace(right, wrong));

    await expect(composeProject(settings, broken)).rejects.toThrow(named);
  });

  it('runs our own processes alone for those who bring their own servers', async () => {
    const own = await composeProject(withLines(settings, { COMPOSE_PROFILES: '' }));

    expect(Object.keys(own.services).toSorted()).toEqual(['api', 'migrate', 'worker-control', 'worker-data']);
  });
});

describe('deploy/make-env.mjs', () => {
  const make = (file: string): string =>
    execFileSync(process.execPath, [join(root, 'deploy/make-env.mjs'), file], {
      encoding: 'utf8',
      stdio: 'pipe',
    });

  it('makes other secrets each time, and files that only their owner reads', async () => {
    const file = join(newFolder(), 'compose.env');
    const secretsOf = (settings: string): string[] =>
      settings.match(/(?<=_PASSWORD=|_KEY="?|TOKEN=|accountKey":")[^"\n]{20,}/g) ?? [];

    make(file);

    const first = secretsOf(readFileSync(file, 'utf8'));
    const second = secretsOf(await newSettings());
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(first).toHaveLength(12);
    expect(first.filter((secret) => second.includes(secret))).toEqual([]);
  });

  it('never replaces a file, because its secrets may be in use', () => {
    const file = join(newFolder(), 'compose.env');
    writeFileSync(file, 'SECRETS_KEY=in-use\n');

    expect(() => make(file)).toThrow('its secrets may be in use');
    expect(readFileSync(file, 'utf8')).toBe('SECRETS_KEY=in-use\n');
  });

  it('keeps no secret in what is committed', () => {
    const committed = text('deploy/compose.env.example') + text('docker-compose.yml');

    expect(committed).not.toMatch(/(?:_PASSWORD|_KEY|_TOKEN)[=:] *["']?[\w+/]{16,}/);
    expect(committed).not.toMatch(/"accountKey":"[^<]/);
    expect(text('deploy/.gitignore')).toContain('compose.env\n');
  });
});
