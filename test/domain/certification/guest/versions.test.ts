import { compareVersions } from '../../../../src/domain/certification/rules/guest/compare-versions';
import { patchedKernelFor } from '../../../../src/domain/certification/rules/guest/patched-kernels';
import { secondsOf } from '../../../../src/domain/certification/rules/guest/ssh-time';
import {
  supportOf,
  supportedVersions,
} from '../../../../src/domain/certification/rules/guest/supported-versions';

it.each([
  ['1.0', '1.0.1'],
  ['1.0~rc1', '1.0'],
  ['2.2.9', '2.2.41'],
  ['9.9', '1:1.0'],
  ['1:9.2p1-2+deb12u2', '1:9.2p1-2+deb12u3'],
  ['2.36-9+deb12u3', '2.36-9+deb12u10'],
  ['0.9.7m', '0.9.8'],
  ['3.10.0-957', '3.10.0-957.21.3'],
  ['4.15.0-99', '4.15.0-1049'],
  ['1.1.1', '1.1.1k'],
])('holds %s to be older than %s', (older, newer) => {
  expect(compareVersions(older, newer)).toBeLessThan(0);
  expect(compareVersions(newer, older)).toBeGreaterThan(0);
  expect(compareVersions(older, older)).toBe(0);
});

it.each([
  ['debian', '12', '2028-06-30'],
  ['debian', '12.8', '2028-06-30'],
  ['ubuntu', '21.10', '2022-07-14'],
  ['ubuntu', '24.04', '2029-05-31'],
  ['rhel', '9.4', '2032-05-31'],
  ['sles', '15.6', '2025-12-31'],
  ['centos', '9', '2027-05-31'],
  ['opensuse-leap', '16.0', '2027-10-31'],
  ['azurelinux', '3.0', '2027-08-31'],
  ['alpine', '3.22.3', '2027-05-01'],
])('knows until when %s %s is supported', (id, versionId, until) => {
  expect(supportOf(id, versionId)?.until).toBe(until);
});

it.each([
  ['ubuntu', '24'],
  ['ubuntu', '24.05'],
  ['sles', '15.99'],
  ['opensuse-leap', '16.9'],
  ['alpine', '3.99.1'],
  ['fedora', '44'],
  ['debian', ''],
  ['hobby', '12'],
])('does not know how long %s %s is supported', (id, versionId) => {
  expect(supportOf(id, versionId)).toBeUndefined();
});

it('has real days in its table, each version once', () => {
  const names = supportedVersions.map(({ id, versionId }) => `${id} ${versionId}`);

  expect(new Set(names).size).toBe(names.length);
  for (const { until } of supportedVersions) expect(new Date(until).toISOString().slice(0, 10)).toBe(until);
});

it.each([
  ['ubuntu', '18.04', '4.18.0-25-generic', '4.18.0-1023'],
  ['centos', '7', '3.10.0-957.el7.x86_64', '3.10.0-957.21.3'],
  ['rhel', '7.4', '3.10.0-693.el7.x86_64', '3.10.0-693.50.3'],
  ['sles', '15', '4.12.14-5.30-azure', '4.12.14-5.30.1'],
  ['debian', '9', '4.9.0-9-amd64', '4.9.168-1+deb9u3'],
  ['debian', '12', '6.1.0-28-cloud-amd64', undefined],
  ['ubuntu', '22.04', '5.15.0-1042-azure', undefined],
])('asks of %s %s with kernel %s for %s', (id, versionId, release, least) => {
  expect(patchedKernelFor(id, versionId, release)?.least).toBe(least);
});

it.each([
  ['180', 180],
  ['3m', 180],
  ['1h30M', 5400],
  ['0', 0],
  ['never', undefined],
  ['', undefined],
])('reads the time %j as %s seconds', (time, seconds) => {
  expect(secondsOf(time)).toBe(seconds);
});
