/**
 * The least kernel with the fixes of June 2019 for TCP selective acknowledgements (CVE-2019-11477, -11478, -11479), as the
 * marketplace's certification documents list them by system. Newer lines than these were never without the fixes.
 */
export type PatchedKernel = {
  /** `ID` of os-release. */
  readonly id: string;
  /** `VERSION_ID`; one without minor number stands for all minor ones that have no row of their own. */
  readonly versionId: string;
  /** Kernels that begin like this and are older lack the fixes. */
  readonly line: string;
  readonly least: string;
  /** Debian's releases say nothing about patches: there the package's version is compared. */
  readonly by: 'release' | 'package';
};

const rows = (
  ids: readonly string[],
  by: PatchedKernel['by'],
  table: readonly (readonly [versionId: string, line: string, least: string])[],
): readonly PatchedKernel[] =>
  ids.flatMap((id) => table.map(([versionId, line, least]) => ({ id, versionId, line, least, by })));

export const patchedKernels: readonly PatchedKernel[] = [
  ...rows(['ubuntu'], 'release', [
    ['14.04', '4.4.', '4.4.0-151'],
    ['14.04', '4.15.', '4.15.0-1049'],
    ['16.04', '4.15.', '4.15.0-1049'],
    ['18.04', '4.18.', '4.18.0-1023'],
    ['18.04', '5.0.', '5.0.0-1025'],
    ['18.10', '4.18.', '4.18.0-1023'],
    ['19.04', '5.0.', '5.0.0-1010'],
  ]),
  ...rows(['rhel', 'centos', 'ol'], 'release', [
    ['6', '2.6.32-', '2.6.32-754.15.3'],
    ['7.2', '3.10.0-', '3.10.0-327.79.2'],
    ['7.3', '3.10.0-', '3.10.0-514.66.2'],
    ['7.4', '3.10.0-', '3.10.0-693.50.3'],
    ['7.5', '3.10.0-', '3.10.0-862.34.2'],
    ['7', '3.10.0-', '3.10.0-957.21.3'],
    ['8', '4.18.0-', '4.18.0-80.4.2'],
  ]),
  ...rows(['sles'], 'release', [
    ['11.4', '3.0.101-', '3.0.101-108.95.2'],
    ['12.3', '4.4.', '4.4.180-4.31.1'],
    ['12.4', '4.12.', '4.12.14-6.15.2'],
    ['15', '4.12.', '4.12.14-5.30.1'],
    ['15.1', '4.12.', '4.12.14-5.30.1'],
  ]),
  ...rows(['debian'], 'package', [
    ['8', '3.16.', '3.16.68-2'],
    ['9', '4.9.', '4.9.168-1+deb9u3'],
    ['10', '4.19.', '4.19.37-5'],
  ]),
];

/** The row for this kernel on this system; `undefined` when it is of a line that has the fixes. */
export function patchedKernelFor(id: string, versionId: string, release: string): PatchedKernel | undefined {
  const ofThisSystem = patchedKernels.filter((row) => row.id === id && release.startsWith(row.line));
  const major = versionId.split('.', 1)[0];
  return (
    ofThisSystem.find((row) => row.versionId === versionId) ??
    (id === 'ubuntu' ? undefined : ofThisSystem.find((row) => row.versionId === major))
  );
}
