import type { Entry, ZipFile } from 'yauzl';
import type { PackageEntry, PackageFault } from '../../domain/certification/package-entries';
import type { PackageFile } from '../../domain/certification/package-facts';
import { packageLimits } from '../../domain/certification/package-limits';
import type { ReadPackage } from '../../domain/certification/package-roles';
import { isFromOutside } from './from-outside';
import { newJsonBudget, packageFileOf, wantsContent } from './package-file';
import { readEntry } from './zip-content';
import { entryFactsOf, isSafeToUnpack } from './zip-entry';
import { zipProblem } from './zip-problem';
import { overlaps, type Span } from './zip-spans';

/** Names are judged by rules, so the library must not refuse or mend them. */
export const zipOptions = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;

/**
 * Reads a zip of so many bytes without writing anything: its directory, and every entry once to see that it is what the
 * directory says. A hostile one ends in `faults`, within `packageLimits`; where the bytes themselves cannot be had, that is
 * thrown. `open` has to take `zipOptions`.
 */
export async function readZip(open: () => Promise<ZipFile>, archiveBytes: number): Promise<ReadPackage> {
  const nothing = { form: 'zip', files: [], entries: [], archiveBytes } as const;
  if (archiveBytes > packageLimits.archiveBytes)
    return { ...nothing, faults: [{ kind: 'tooLarge', name: null, detail: `${archiveBytes}` }] };
  let zip: ZipFile;
  try {
    zip = await open();
  } catch (error) {
    if (isFromOutside(error)) throw error;
    return { ...nothing, faults: [unreadable(error)] };
  }
  try {
    return { form: 'zip', archiveBytes, ...(await contentOf(zip)) };
  } finally {
    zip.close();
  }
}

type ZipContent = Pick<ReadPackage, 'files' | 'entries' | 'faults'>;

async function contentOf(zip: ZipFile): Promise<ZipContent> {
  const { listed, faults } = await directoryOf(zip);
  const reading = new Reading(zip);
  for (const each of listed) await reading.take(each);
  return {
    files: reading.files,
    entries: listed.map(({ facts }) => facts),
    faults: [...faults, ...reading.faults, ...overlaps(reading.spans)],
  };
}

type Listed = { readonly entry: Entry; readonly facts: PackageEntry };

async function directoryOf(
  zip: ZipFile,
): Promise<{ listed: readonly Listed[]; faults: readonly PackageFault[] }> {
  const listed: Listed[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (listed.length === packageLimits.files)
        return { listed, faults: [{ kind: 'tooMany', name: null, detail: `${zip.entryCount}` }] };
      listed.push({ entry, facts: entryFactsOf(entry) });
    }
    return { listed, faults: [] };
  } catch (error) {
    if (isFromOutside(error)) throw error;
    return { listed, faults: [unreadable(error)] };
  }
}

/** What has been unpacked so far, and how much still may be. */
class Reading {
  readonly files: PackageFile[] = [];
  readonly faults: PackageFault[] = [];
  readonly spans: Span[] = [];
  readonly #zip: ZipFile;
  readonly #budget = newJsonBudget();
  #left: number = packageLimits.totalBytes;

  constructor(zip: ZipFile) {
    this.#zip = zip;
  }

  async take({ entry, facts }: Listed): Promise<void> {
    const { name, bytes, kind } = facts;
    if (kind !== 'file' || !isSafeToUnpack(facts)) return;
    if (bytes > this.#left) {
      this.faults.push({ kind: 'tooLarge', name, detail: `${bytes}` });
      return;
    }
    const path = name.replaceAll('\\', '/');
    const read = await readEntry(this.#zip, entry, wantsContent(path, bytes, this.#budget));
    if (read.kind === 'damaged') {
      this.faults.push({ kind: 'damaged', name, detail: read.reason });
      return;
    }
    this.#left -= bytes;
    this.#budget.left -= read.content?.length ?? 0;
    this.spans.push({ name, ...read.span });
    this.files.push(packageFileOf(path, bytes, read));
  }
}

const unreadable = (error: unknown): PackageFault => ({
  kind: 'unreadable',
  name: null,
  detail: zipProblem(error),
});
