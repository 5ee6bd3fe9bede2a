import type { LinuxGuest } from '../../../domain/certification/guest-facts-schema';
import { knownVulnerabilities } from '../../../domain/certification/rules/guest/known-vulnerabilities';
import type { GuestFiles } from '../guest-files';
import type { Packages } from './packages';

/** Of OpenSSL, Python and whatever else a rule compares. */
export async function gatherVersions(
  files: GuestFiles,
  packages: Packages,
): Promise<Pick<LinuxGuest, 'openSsl' | 'python' | 'packages'>> {
  const watched = [...new Set(knownVulnerabilities.map((each) => each.package))];
  return {
    openSsl: openSslPackage(packages) ?? (await openSslLibrary(files)) ?? null,
    python: (await pythonProgram(files, packages)) ?? null,
    packages: Object.fromEntries(
      watched.flatMap((name) => {
        const version = packages.get(name);
        return version === undefined ? [] : [[name, version]];
      }),
    ),
  };
}

const openSslPackages = ['openssl', 'libssl3t64', 'libssl3', 'libssl1.1', 'libssl1.0.2', 'libssl1.0.0'];

function openSslPackage(packages: Packages): string | undefined {
  const version = openSslPackages.map((name) => packages.get(name)).find((each) => each !== undefined);
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

async function pythonProgram(files: GuestFiles, packages: Packages): Promise<string | undefined> {
  for (const path of pythonPrograms) {
    const target = await files.link(path);
    const [, version] = /python(\d+(?:\.\d+)*)$/.exec(target ?? '') ?? [];
    if (version === undefined) continue;
    return packages.get(`python${version}`)?.replace(/[-~+].*$/, '') ?? version;
  }
  return undefined;
}
