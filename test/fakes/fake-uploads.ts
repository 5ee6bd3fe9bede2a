import { createHash } from 'node:crypto';
import { faultBeforeReading, storedName } from '../../src/domain/offer/upload-file';
import type { Upload, Uploads } from '../../src/services/ports';

export type FakeUploads = Uploads & {
  readonly stored: { readonly upload: Upload; readonly content: string; readonly bytes: Buffer }[];
  /** When set, the storage "is away" and says this. */
  away: string | undefined;
};

/** Publishers' files in memory; the addresses carry what looks like a signature. */
export function fakeUploads(): FakeUploads {
  const fake: FakeUploads = {
    stored: [],
    away: undefined,
    store: async (upload) => {
      if (fake.away !== undefined) throw new Error(fake.away);
      const fault = faultBeforeReading(upload.kind, { name: upload.name });
      if (fault !== undefined) return { kind: 'refused', fault };
      const pieces: Uint8Array[] = [];
      for await (const piece of upload.content) pieces.push(piece);
      const content = Buffer.concat(pieces);
      if (upload.kind === 'logo' && !content.toString().startsWith('picture')) {
        return { kind: 'refused', fault: 'notPicture' };
      }
      const digest = createHash('sha256').update(content).digest('hex');
      fake.stored.push({ upload, content: content.toString(), bytes: content });
      const url = `https://contoso.blob.core.windows.net/vhds/${storedName(upload.name, digest)}?${sas}`;
      return { kind: 'stored', url, digest, bytes: content.length };
    },
  };
  return fake;
}

const sas =
  'sv=2020-10-02&sr=c&sp=rl&st=2026-11-19T12%3A00%3A00Z&se=2027-02-01T12%3A00%3A00Z&sig=CANARY-OF-AN-UPLOAD';
