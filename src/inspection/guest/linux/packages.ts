import { type GuestFiles, textOf } from '../guest-files';

/** Versions of what is installed, by package; empty where the system keeps no list that can be read. */
export type Packages = ReadonlyMap<string, string>;

/** dpkg's list and apk's, which are texts. RPM's is a database: its systems are read from their files. */
export async function readPackages(files: GuestFiles): Promise<Packages> {
  const dpkg = await textOf(files, '/var/lib/dpkg/status');
  if (dpkg !== undefined) return new Map(dpkg.split(/\n\n+/).flatMap(dpkgEntry));
  const apk = await textOf(files, '/lib/apk/db/installed');
  return new Map((apk ?? '').split(/\n\n+/).flatMap(apkEntry));
}

type Entry = readonly (readonly [name: string, version: string])[];

/** Removed packages stay in the list while their settings do. */
function dpkgEntry(text: string): Entry {
  const [, name] = /^Package: *(\S+)/m.exec(text) ?? [];
  const [, version] = /^Version: *(\S+)/m.exec(text) ?? [];
  const isInstalled = /^Status: *\S+ +\S+ +installed *$/m.test(text);
  return name !== undefined && version !== undefined && isInstalled ? [[name, version]] : [];
}

function apkEntry(text: string): Entry {
  const [, name] = /^P:(\S+)/m.exec(text) ?? [];
  const [, version] = /^V:(\S+)/m.exec(text) ?? [];
  return name !== undefined && version !== undefined ? [[name, version]] : [];
}
