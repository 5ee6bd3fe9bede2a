import type { GuestFiles } from '../guest-files';
import { DatabaseFault } from '../rpm/database-fault';
import { readRpmDatabase } from '../rpm/read-rpm-database';
import { isAskedPackage } from './asked-packages';
import type { Packages } from './package-list';

const folders = ['/usr/lib/sysimage/rpm', '/var/lib/rpm'];

/** What older RPMs keep: nobody reads it here, and it is said. */
const olderForms = { Packages: 'a Berkeley DB', 'Packages.db': 'an ndb database' } as const;

/** RPM's list of packages, read or not; undefined where there is none. */
export async function readRpmPackages(files: GuestFiles): Promise<Packages | undefined> {
  for (const folder of folders) {
    const path = `${folder}/rpmdb.sqlite`;
    if ((await bytesOf(files, path)) > 0) return readDatabase(files, path);
  }
  for (const folder of folders) {
    for (const [name, form] of Object.entries(olderForms)) {
      const path = `${folder}/${name}`;
      if ((await bytesOf(files, path)) > 0) return unread(path, `${form}; only rpmdb.sqlite is read`);
    }
  }
  return undefined;
}

async function readDatabase(files: GuestFiles, path: string): Promise<Packages> {
  // What stands there is newer than the database, and a page of it could replace any page.
  if ((await bytesOf(files, `${path}-wal`)) > 0)
    return unread(path, 'its last changes are still in rpmdb.sqlite-wal');
  const read = async (most: number, from: number): Promise<Buffer> =>
    (await files.read(path, most, from)) ?? Buffer.alloc(0);
  try {
    return { list: { path, problem: null }, versions: await readRpmDatabase(read, isAskedPackage) };
  } catch (error) {
    if (error instanceof DatabaseFault) return unread(path, error.message);
    throw error;
  }
}

function unread(path: string, problem: string): Packages {
  return { list: { path, problem }, versions: new Map() };
}

async function bytesOf(files: GuestFiles, path: string): Promise<number> {
  const entry = await files.look(path);
  return entry?.kind === 'file' ? entry.bytes : 0;
}
