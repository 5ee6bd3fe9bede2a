import type { LinuxGuest } from '../../../domain/certification/guest-facts-schema';
import type { GuestFiles } from '../guest-files';
import { openSslPackages, pythonPackages, watchedPackages } from './asked-packages';
import type { Packages } from './package-list';

type Versions = Packages['versions'];

/** Of OpenSSL, Python and whatever else a rule compares. */
export async function gatherVersions(
  files: GuestFiles,
  { list, versions }: Packages,
): Promise<Pick<LinuxGuest, 'openSsl' | 'python' | 'packageList' | 'packages'>> {
  return {
    openSsl: openSslPackage(versions) ?? (await openSslLibrary(files)) ?? null,
    python: (await pythonProgram(files, versions)) ?? null,
    packageList: list,
    packages: Object.fromEntries(
      watchedPackages.flatMap((name) => {
        const version = versions.get(name);
        return version === undefined ? [] : [[name, version]];
      }),
    ),
  };
}

function openSslPackage(versions: Versions): string | undefined {
  const version = openSslPackages.map((name) => versions.get(name)).find((each) => each !== undefined);
  return version?.replace(/^\d+:/, '').replace(/[-~+].*$/, '');
}

/** The library's file is named after its version; where that is only `3`, it is at least 3.0. */
async function openSslLibrary(files: GuestFiles): Promise<string | undefined> {
  for (const folder of ['/usr/lib64', '/usr/lib/x86_64-linux-gnu', '/usr/lib', '/lib64']) {
    const names = await files.list(folder);
    const versions = names.flatMap((name) => /^libcrypto\.so\.(\d[\w.]*)$/.exec(name)?.[1] ?? []);
    const longest = versions.toSorted((one, other) => other.length - one.length)[0];
    if (longest !== undefined) return longest;
  }
  return undefined;
}

const pythonPrograms = [
  '/usr/bin/python3',
  '/usr/libexec/platform-python',
  '/usr/bin/python',
  '/usr/bin/python2',
];

async function pythonProgram(files: GuestFiles, versions: Versions): Promise<string | undefined> {
  for (const path of pythonPrograms) {
    const target = await files.link(path);
    const [, version] = /python(\d+(?:\.\d+)*)$/.exec(target ?? '') ?? [];
    if (version === undefined) continue;
    // Some are named after no version: another one's must not stand for it.
    const own = pythonPackages(version)
      .flatMap((name) => versions.get(name) ?? [])
      .find((each) => each.startsWith(`${version}.`) || each.startsWith(`${version}-`));
    return own?.replace(/[-~+].*$/, '') ?? version;
  }
  return undefined;
}
