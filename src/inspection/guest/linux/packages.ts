import { type GuestFiles, textOf } from '../guest-files';
import type { Packages } from './package-list';
import { readRpmPackages } from './rpm-packages';

/** dpkg's list and apk's, which are texts, and RPM's, which is a database. An empty one is a tool's, not the system's. */
export async function readPackages(files: GuestFiles): Promise<Packages> {
  const dpkg = await readText(files, '/var/lib/dpkg/status', dpkgEntry);
  if (dpkg.versions.size > 0) return dpkg;
  const apk = await readText(files, '/lib/apk/db/installed', apkEntry);
  if (apk.versions.size > 0) return apk;
  return (await readRpmPackages(files)) ?? { list: null, versions: new Map() };
}

async function readText(
  files: GuestFiles,
  path: string,
  entryOf: (text: string) => Entry,
): Promise<Packages> {
  const text = (await textOf(files, path)) ?? '';
  return { list: { path, problem: null }, versions: new Map(text.split(/\n\n+/).flatMap(entryOf)) };
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
