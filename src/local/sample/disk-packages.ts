const packages: readonly (readonly [name: string, version: string])[] = [
  ['base-files', '12.4+deb12u8'],
  ['bash', '5.2.15-2+b7'],
  ['ca-certificates', '20230311'],
  ['cloud-init', '22.4.2-1+deb12u1'],
  ['coreutils', '9.1-1'],
  ['dash', '0.5.12-2'],
  ['dpkg', '1.21.22'],
  ['grub-pc', '2.06-13+deb12u1'],
  ['libc6', '2.36-9+deb12u9'],
  ['libssl3', '3.0.15-1~deb12u1'],
  ['openssh-server', '1:9.2p1-2+deb12u3'],
  ['openssl', '3.0.15-1~deb12u1'],
  ['python3', '3.11.2-1+b1'],
  ['python3.11', '3.11.2-6+deb12u4'],
  ['sudo', '1.9.13p3-1+deb12u1'],
  ['systemd', '252.31-1~deb12u1'],
  ['walinuxagent', '2.9.1.1-1'],
];

/** dpkg's list of what is installed, with this kernel. */
export function installedPackages(kernel: string): readonly string[] {
  const installed = [...packages, [`linux-image-${kernel}`, '6.1.119-1'] as const];
  return installed.flatMap(([name, version]) => [
    `Package: ${name}`,
    'Status: install ok installed',
    'Architecture: amd64',
    `Version: ${version}`,
    '',
  ]);
}
