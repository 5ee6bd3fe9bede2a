import type { PackageRecord, Packages } from '../../src/services/ports';

export type FakePackages = Packages & {
  readonly records: Map<string, PackageRecord>;
  /** Time that the next saved package gets. */
  now: string;
};

export function fakePackages(): FakePackages {
  const records = new Map<string, PackageRecord>();
  const fake: FakePackages = {
    records,
    now: '2026-03-02T00:00:00.000Z',
    save: (content) => {
      const record = records.get(content.packageDigest) ?? { ...content, createdAt: fake.now };
      records.set(content.packageDigest, record);
      return Promise.resolve(record);
    },
    find: (packageDigest) => Promise.resolve(records.get(packageDigest)),
  };
  return fake;
}
