import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import type { Entry, LocalFileHeader, ZipFile } from 'yauzl';
import { isFromOutside } from './from-outside';
import { headBytes, type ReadContent } from './package-file';
import { zipProblem } from './zip-problem';
import type { Span } from './zip-spans';

export type ReadEntry =
  | (ReadContent & { readonly kind: 'read'; readonly span: Omit<Span, 'name'> })
  | { readonly kind: 'damaged'; readonly reason: string };

/** Unpacks an entry as a stream, keeping its content only when asked to, and holds it against the directory. */
export async function readEntry(zip: ZipFile, entry: Entry, keep: boolean): Promise<ReadEntry> {
  try {
    const header = await zip.readLocalFileHeaderPromise(entry);
    if (!sameAs(header, entry)) return { kind: 'damaged', reason: 'two names or methods' };
    const chunks: Buffer[] = [];
    let head = Buffer.alloc(0);
    let sum = 0;
    // The stream ends with an error as soon as it brings more bytes than the directory says.
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const bytes = Buffer.from(chunk);
      if (head.length < headBytes) head = Buffer.concat([head, bytes]).subarray(0, headBytes);
      sum = crc32(bytes, sum);
      if (keep) chunks.push(bytes);
    }
    if (sum !== entry.crc32) return { kind: 'damaged', reason: 'checksum' };
    const span = {
      start: entry.relativeOffsetOfLocalHeader,
      end: header.fileDataStart + entry.compressedSize,
    };
    return { kind: 'read', head, content: keep ? Buffer.concat(chunks) : null, span };
  } catch (error) {
    if (isFromOutside(error)) throw error;
    return { kind: 'damaged', reason: zipProblem(error) };
  }
}

/** Tools that stream read the one, tools that seek read the other: they must say the same. */
function sameAs(header: LocalFileHeader, entry: Entry): boolean {
  return header.fileName.equals(entry.fileNameRaw) && header.compressionMethod === entry.compressionMethod;
}
