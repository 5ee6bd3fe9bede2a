import { type PageRange, splitRanges, subtractRanges } from '../../domain/replication/page-ranges';
import type { BlobStore, Digests } from '../../services/ports';
import type { MemoryWindow } from './memory-window';

/** What was read ahead is held until its turn, outside of the window: therefore smaller than a chunk. */
const readBytes = 1024 * 1024;

/** Zeros cost no traffic, but time: so much at once, then a sign of life. */
const zeroBytes = 64 * 1024 * 1024;

/** Pieces begun before they are needed. */
const ahead = 2;

export type Verification = {
  readonly store: BlobStore;
  readonly name: string;
  readonly bytes: number;
  readonly digests: Digests;
  readonly onBytes: (count: number) => void;
  readonly window: MemoryWindow;
  readonly signal: AbortSignal;
};

/** SHA-256 of all bytes that the store hands out; zeros where it says that no data is. */
export async function digestOf(verification: Verification): Promise<string> {
  const { store, name, bytes, signal } = verification;
  const hash = verification.digests.sha256();
  const data = await store.dataRanges(name, signal);
  const spare: Buffer[] = [];
  const read = ({ start, end }: PageRange): Promise<Buffer> =>
    verification.window(async () => {
      const content = (spare.pop() ?? Buffer.allocUnsafe(readBytes)).subarray(0, end - start);
      await store.readInto(name, start, content, signal);
      return content;
    });

  for await (const { range, content } of readAhead(piecesOf(bytes, data), read)) {
    signal.throwIfAborted();
    if (content === undefined) await hash.zeros(range.end - range.start);
    else {
      hash.update(content);
      if (content.length === readBytes) spare.push(content);
    }
    verification.onBytes(range.end - range.start);
  }
  return hash.digest();
}

type Piece = { readonly range: PageRange; readonly holdsData: boolean };

function piecesOf(bytes: number, data: readonly PageRange[]): readonly Piece[] {
  const gaps = subtractRanges([{ start: 0, end: bytes }], data);
  return [
    ...splitRanges(gaps, zeroBytes).map((range) => ({ range, holdsData: false })),
    ...splitRanges(data, readBytes).map((range) => ({ range, holdsData: true })),
  ].sort((a, b) => a.range.start - b.range.start);
}

/** The pieces in order, those with data read a little before their turn. */
async function* readAhead(
  pieces: readonly Piece[],
  read: (range: PageRange) => Promise<Buffer>,
): AsyncGenerator<{ readonly range: PageRange; readonly content: Buffer | undefined }> {
  const begun: { readonly range: PageRange; readonly content: Promise<Buffer> | undefined }[] = [];
  for (const { range, holdsData } of pieces) {
    const content = holdsData ? read(range) : undefined;
    // It is awaited in its turn; until then a failure is not unhandled.
    content?.catch(() => undefined);
    begun.push({ range, content });
    const first = begun.length > ahead ? begun.shift() : undefined;
    if (first) yield { range: first.range, content: await first.content };
  }
  for (const { range, content } of begun) yield { range, content: await content };
}
