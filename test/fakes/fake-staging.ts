import type { BlobStore } from '../../src/services/ports';

export type FakeStaging = Pick<BlobStore, 'exists' | 'writeBlock'> & {
  readonly blobs: ReadonlyMap<string, { readonly content: Buffer; readonly contentType: string }>;
  readonly writes: readonly string[];
};

export function fakeStaging(): FakeStaging {
  const blobs = new Map<string, { readonly content: Buffer; readonly contentType: string }>();
  const writes: string[] = [];
  return {
    blobs,
    writes,
    exists: (name) => {
      const blob = blobs.get(name);
      return Promise.resolve(blob && { bytes: blob.content.length, etag: name });
    },
    writeBlock: (name, content, contentType) => {
      writes.push(name);
      blobs.set(name, { content, contentType });
      return Promise.resolve();
    },
  };
}
