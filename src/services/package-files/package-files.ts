import { createHash } from 'node:crypto';
import { type Entry, getFileNameLowLevel, type ZipFile } from 'yauzl';
import type { PackagedFile } from '../../domain/product-page/product-page';
import type { PackageFiles, StoredBytes } from '../ports';
import { openZip, StoreFailure } from './zip-bytes';

const gibibyte = 1024 ** 3;
/** More than this no package may be unpacked to. */
const most = { files: 2_000, fileBytes: gibibyte, totalBytes: 4 * gibibyte };

/** Reads packages where they lie; whatever is in them, nothing is written and little is kept in memory. */
export const packageFiles: PackageFiles = {
  async list(content, onBytes = () => {}, signal) {
    const zip = await openedZip(content, signal);
    if (zip === undefined) return undefined;
    try {
      return await unlessDishonest(() => listed(zip, onBytes));
    } finally {
      zip.close();
    }
  },

  async open(content, path) {
    const zip = await openedZip(content);
    if (zip === undefined) return undefined;
    for await (const entry of zip.eachEntry()) {
      if (!isFile(entry) || pathOf(entry) !== path) continue;
      return closing(zip, await zip.openReadStreamPromise(entry));
    }
    zip.close();
    return undefined;
  },
};

/** A store that is away is thrown; bytes that are no zip are an answer. */
async function openedZip(content: StoredBytes, signal?: AbortSignal): Promise<ZipFile | undefined> {
  return unlessDishonest(() => openZip(content, signal));
}

async function listed(
  zip: ZipFile,
  onBytes: (count: number) => void,
): Promise<readonly PackagedFile[] | undefined> {
  const files: PackagedFile[] = [];
  let left = most.totalBytes;
  for await (const entry of zip.eachEntry()) {
    if (!isFile(entry)) continue;
    left -= entry.uncompressedSize;
    if (files.length === most.files || entry.uncompressedSize > most.fileBytes || left < 0) return undefined;
    if (!entry.canDecodeFileData()) return undefined;
    files.push({
      path: pathOf(entry),
      bytes: entry.uncompressedSize,
      digest: await digestOf(zip, entry, onBytes),
    });
  }
  return isEachOnce(files) ? files.toSorted((one, other) => (one.path < other.path ? -1 : 1)) : undefined;
}

/** Of two files of one name every tool takes another. */
const isEachOnce = (files: readonly PackagedFile[]): boolean =>
  new Set(files.map(({ path }) => path.toLowerCase())).size === files.length;

async function digestOf(zip: ZipFile, entry: Entry, onBytes: (count: number) => void): Promise<string> {
  const hash = createHash('sha256');
  // The stream fails as soon as it brings another number of bytes than the directory says.
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const bytes = Buffer.from(chunk);
    hash.update(bytes);
    onBytes(bytes.length);
  }
  return hash.digest('hex');
}

/** Whatever else goes wrong with a zip is its own fault: it comes from strangers. */
async function unlessDishonest<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof StoreFailure) throw error.reason;
    return undefined;
  }
}

async function* closing(zip: ZipFile, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } finally {
    zip.close();
  }
}

const isFile = (entry: Entry): boolean => !/[/\\]$/.test(nameOf(entry));

/** With `/`, whatever wrote it. */
const pathOf = (entry: Entry): string => nameOf(entry).replaceAll('\\', '/');

const nameOf = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
