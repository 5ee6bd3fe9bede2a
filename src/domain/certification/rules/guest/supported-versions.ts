/** Until when a version of an operating system gets security updates that everybody can have. */
export type SupportedVersion = {
  /** `ID` and `VERSION_ID` of os-release. A version without minor number stands for all of its minor ones. */
  readonly id: string;
  readonly versionId: string;
  /** The last day, ISO. */
  readonly until: string;
};

const versions = (id: string, rows: Readonly<Record<string, string>>): readonly SupportedVersion[] =>
  Object.entries(rows).map(([versionId, until]) => ({ id, versionId, until }));

/**
 * Debian (with its long-term support) and Ubuntu: columns `eol-lts`, else `eol`, and `eol` of Debian's package
 * distro-info-data 0.58+deb12u7. Paid extensions (ELTS, ESM) do not count: customers do not get them with the image.
 * The others: the makers' published life cycles - Red Hat "Red Hat Enterprise Linux Life Cycle" (end of maintenance
 * support), CentOS "End dates" and CentOS Stream, Rocky Linux and AlmaLinux release pages, Oracle "Lifetime Support
 * Policy" (premier), SUSE "Product Support Lifecycle" (general support). Azure Linux, openSUSE Leap, Alpine and CentOS
 * Stream: the data of endoflife.date, whose files name the makers' pages (commits b923d03, 02ce42c, 0118c30, 08aea8f).
 * Fedora is left out because its releases last a year and its dates move; what has no row waits for a reviewer.
 */
export const supportedVersions: readonly SupportedVersion[] = [
  ...versions('debian', {
    '7': '2018-05-31',
    '8': '2020-06-30',
    '9': '2022-06-30',
    '10': '2024-06-30',
    '11': '2026-08-31',
    '12': '2028-06-30',
    '13': '2030-06-30',
  }),
  ...versions('ubuntu', {
    '12.04': '2017-04-28',
    '14.04': '2019-04-25',
    '16.04': '2021-04-30',
    '17.04': '2018-01-13',
    '17.10': '2018-07-19',
    '18.04': '2023-05-31',
    '18.10': '2019-07-18',
    '19.04': '2020-01-23',
    '19.10': '2020-07-17',
    '20.04': '2025-05-29',
    '20.10': '2021-07-22',
    '21.04': '2022-01-20',
    '21.10': '2022-07-14',
    '22.04': '2027-06-01',
    '22.10': '2023-07-20',
    '23.04': '2024-01-25',
    '23.10': '2024-07-11',
    '24.04': '2029-05-31',
    '24.10': '2025-07-10',
    '25.04': '2026-01-15',
    '25.10': '2026-07-09',
    '26.04': '2031-05-29',
    '26.10': '2027-07-15',
  }),
  ...versions('rhel', {
    '6': '2020-11-30',
    '7': '2024-06-30',
    '8': '2029-05-31',
    '9': '2032-05-31',
    '10': '2035-05-31',
  }),
  // From 8 on the same name stands for CentOS Stream, too, of which the later end counts.
  ...versions('centos', {
    '6': '2020-11-30',
    '7': '2024-06-30',
    '8': '2024-05-31',
    '9': '2027-05-31',
    '10': '2030-01-01',
  }),
  ...versions('rocky', { '8': '2029-05-31', '9': '2032-05-31', '10': '2035-05-31' }),
  ...versions('almalinux', { '8': '2029-05-31', '9': '2032-05-31', '10': '2035-05-31' }),
  ...versions('ol', { '6': '2021-03-31', '7': '2024-12-31', '8': '2029-07-31', '9': '2032-06-30' }),
  ...versions('sles', {
    '11.4': '2019-03-31',
    '12.3': '2019-06-30',
    '12.4': '2020-06-30',
    '12.5': '2024-10-31',
    '15': '2019-12-31',
    '15.1': '2021-01-31',
    '15.2': '2021-12-31',
    '15.3': '2022-12-31',
    '15.4': '2023-12-31',
    '15.5': '2024-12-31',
    '15.6': '2025-12-31',
    '15.7': '2031-07-31',
  }),
  ...versions('opensuse-leap', {
    '15.0': '2019-12-03',
    '15.1': '2021-02-02',
    '15.2': '2022-01-04',
    '15.3': '2022-12-31',
    '15.4': '2023-12-07',
    '15.5': '2024-12-31',
    '15.6': '2026-04-30',
    '16.0': '2027-10-31',
  }),
  ...versions('mariner', { '1.0': '2023-08-31', '2.0': '2025-07-31' }),
  ...versions('azurelinux', { '3.0': '2027-08-31' }),
  ...versions('alpine', {
    '3.17': '2024-11-22',
    '3.18': '2025-05-09',
    '3.19': '2025-11-01',
    '3.20': '2026-04-01',
    '3.21': '2026-11-01',
    '3.22': '2027-05-01',
    '3.23': '2027-11-01',
  }),
];

/** Minor releases of these are versions of their own: an unknown one is not the one without a number. */
const namedWhole: ReadonlySet<string> = new Set(['ubuntu', 'sles', 'opensuse-leap']);

/** The row for what os-release says, else for the release that it is a minor one of; `undefined` when nobody knows. */
export function supportOf(id: string, versionId: string): SupportedVersion | undefined {
  const ofThisSystem = supportedVersions.filter((row) => row.id === id);
  const parts = namedWhole.has(id) ? [] : versionId.split('.');
  const names = [versionId, ...parts.map((_part, index) => parts.slice(0, parts.length - index).join('.'))];
  return names.flatMap((name) => ofThisSystem.filter((row) => row.versionId === name))[0];
}
