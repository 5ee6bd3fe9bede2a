import type { AppStore } from '../../src/http/deps';

export type FakeStore = AppStore & {
  readonly blobs: Map<string, Buffer>;
  /** Every link made: blob and expiry. */
  readonly links: { readonly name: string; readonly expires: Date }[];
  away: string | undefined;
};

/** One storage account in memory; its links lead to the account's made-up address. */
export function fakeStore(name: string): FakeStore {
  const blobs = new Map<string, Buffer>();
  const fake: FakeStore = {
    name,
    blobs,
    links: [],
    away: undefined,
    read: async (blob, offset, count) =>
      (blobs.get(blob) ?? Buffer.alloc(0)).subarray(offset, offset + count),
    readUrl: async (blob, expires) => {
      fake.links.push({ name: blob, expires });
      return `https://${name}.example/${blob}?sig=for-one-reader`;
    },
    writeBlock: async (blob, content) => {
      if (fake.away !== undefined) throw new Error(fake.away);
      blobs.set(blob, content);
    },
    delete: async (blob) => {
      blobs.delete(blob);
    },
    ping: async () => {
      if (fake.away !== undefined) throw new Error(fake.away);
    },
  };
  return fake;
}
