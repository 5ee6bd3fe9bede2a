/** A hole that attackers use by machine, and the package that closes it on one system. */
export type KnownVulnerability = {
  readonly cve: string;
  /** `ID` and `VERSION_ID` of os-release. */
  readonly id: string;
  readonly versionId: string;
  readonly package: string;
  /** The first version with the fix. */
  readonly fixed: string;
};

/** Sources: Debian security advisories (DSA, DLA) and Ubuntu security notices (USN), named in each row's comment. */
export const knownVulnerabilities: readonly KnownVulnerability[] = [
  // sudo, DSA-4839-1, USN-4705-1
  { cve: 'CVE-2021-3156', id: 'debian', versionId: '10', package: 'sudo', fixed: '1.8.27-1+deb10u3' },
  { cve: 'CVE-2021-3156', id: 'ubuntu', versionId: '18.04', package: 'sudo', fixed: '1.8.21p2-3ubuntu1.4' },
  { cve: 'CVE-2021-3156', id: 'ubuntu', versionId: '20.04', package: 'sudo', fixed: '1.8.31-1ubuntu1.2' },
  // polkit, DSA-5059-1, USN-5252-1
  { cve: 'CVE-2021-4034', id: 'debian', versionId: '10', package: 'policykit-1', fixed: '0.105-25+deb10u1' },
  { cve: 'CVE-2021-4034', id: 'debian', versionId: '11', package: 'policykit-1', fixed: '0.105-31+deb11u1' },
  {
    cve: 'CVE-2021-4034',
    id: 'ubuntu',
    versionId: '20.04',
    package: 'policykit-1',
    fixed: '0.105-26ubuntu1.2',
  },
  // The C library's dynamic loader, DSA-5514-1, USN-6409-1
  { cve: 'CVE-2023-4911', id: 'debian', versionId: '11', package: 'libc6', fixed: '2.31-13+deb11u7' },
  { cve: 'CVE-2023-4911', id: 'debian', versionId: '12', package: 'libc6', fixed: '2.36-9+deb12u3' },
  { cve: 'CVE-2023-4911', id: 'ubuntu', versionId: '22.04', package: 'libc6', fixed: '2.35-0ubuntu3.4' },
  // The SSH server, DSA-5724-1, USN-6859-1
  {
    cve: 'CVE-2024-6387',
    id: 'debian',
    versionId: '12',
    package: 'openssh-server',
    fixed: '1:9.2p1-2+deb12u3',
  },
  {
    cve: 'CVE-2024-6387',
    id: 'ubuntu',
    versionId: '22.04',
    package: 'openssh-server',
    fixed: '1:8.9p1-3ubuntu0.10',
  },
  {
    cve: 'CVE-2024-6387',
    id: 'ubuntu',
    versionId: '24.04',
    package: 'openssh-server',
    fixed: '1:9.6p1-3ubuntu13.3',
  },
  // bash, DSA-3035-1, USN-2363-1
  { cve: 'CVE-2014-6271', id: 'debian', versionId: '7', package: 'bash', fixed: '4.2+dfsg-0.1+deb7u3' },
  { cve: 'CVE-2014-6271', id: 'ubuntu', versionId: '14.04', package: 'bash', fixed: '4.3-7ubuntu1.2' },
];
