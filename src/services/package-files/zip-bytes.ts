import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { StoredBytes } from '../ports';

/** What one request to the store carries. */
const pieceBytes = 1024 * 1024;

/** Opens a zip that lies in a store: only its directory is read, and later what is asked for. */
export function openZip(content: StoredBytes, signal?: AbortSignal): Promise<ZipFile> {
  // Names are compared as they are written, so the library must neither refuse nor mend them.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;
  return fromRandomAccessReaderPromise(new StoreReader(content, signal), content.bytes, options);
}

/** The store's own failure: it says nothing about the zip. */
export class StoreFailure extends Error {
  readonly reason: unknown;

  constructor(reason: unknown) {
    super('The store could not be read.');
    this.reason = reason;
  }
}

/** What judges packages reads them by; a failure of the store is told as the store told it. */
export const storedZips = {
  openZip,
  causeOf: (error: unknown): unknown => (error instanceof StoreFailure ? error.reason : error),
} as const;

class StoreReader extends RandomAccessReader {
  readonly #content: StoredBytes;
  readonly #signal: AbortSignal | undefined;

  constructor(content: StoredBytes, signal: AbortSignal | undefined) {
    super();
    this.#content = content;
    this.#signal = signal;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#pieces(start, end), { objectMode: false, highWaterMark: pieceBytes });
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }

  async #read(from: number, count: number): Promise<Buffer> {
    try {
      return await this.#content.read(from, count, this.#signal);
    } catch (error) {
      throw new StoreFailure(error);
    }
  }

  async *#pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let from = start; from < end; from += pieceBytes) {
      yield await this.#read(from, Math.min(pieceBytes, end - from));
    }
  }
}
