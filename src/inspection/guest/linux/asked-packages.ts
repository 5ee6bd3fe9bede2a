import { knownVulnerabilities } from '../../../domain/certification/rules/guest/known-vulnerabilities';

/** As Debian, Alpine, Red Hat and SUSE call what is asked for; of several the first that is installed counts. */
export const agentPackages: readonly string[] = [
  'walinuxagent',
  'waagent',
  'WALinuxAgent',
  'python-azure-agent',
];

export const openSslPackages: readonly string[] = [
  'openssl',
  'openssl-libs',
  'libopenssl3',
  'libopenssl1_1',
  'libopenssl1_0_0',
  'libssl3t64',
  'libssl3',
  'libssl1.1',
  'libssl1.0.2',
  'libssl1.0.0',
];

/** Of Python as its program's name has it, e.g. `3.11`. */
export function pythonPackages(version: string): readonly string[] {
  const [major = ''] = version.split('.');
  return [
    `python${version}`,
    `python${version.replaceAll('.', '')}-base`,
    `python${major}-base`,
    `python${major}`,
    'platform-python',
  ];
}

/** What a rule compares with a list of its own. */
export const watchedPackages: readonly string[] = [
  ...new Set(knownVulnerabilities.map((each) => each.package)),
];

/** Whether any rule asks for the package: where each one has to be looked up, no other is. */
export function isAskedPackage(name: string): boolean {
  return named.has(name) || /^(?:python\d[\d.]*(?:-base)?|platform-python)$/.test(name);
}

const named: ReadonlySet<string> = new Set([...agentPackages, ...openSslPackages, ...watchedPackages]);
