import { log } from '@temporalio/activity';
import type { Artefact } from '../../domain/replication/artefact';
import { planChunks } from '../../domain/replication/chunk-plan';
import type { PageRange } from '../../domain/replication/page-ranges';
import type { BlobStore } from '../../services/ports';
import { keepJournal } from './journal-keeper';
import { inLanes } from './lanes';
import type { MemoryWindow } from './memory-window';
import { superseded } from './refusals';

/** Of one region: enough to hide the way there and back. */
const lanes = 4;

export type DiskCopy = {
  readonly artefact: Artefact;
  readonly source: BlobStore;
  readonly target: BlobStore;
  /** What earlier attempts wrote. */
  readonly journal: readonly PageRange[];
  readonly saveJournal: (journal: readonly PageRange[]) => Promise<boolean>;
  readonly onBytes: (count: number) => void;
  readonly window: MemoryWindow;
  readonly signal: AbortSignal;
};

/** Copies the ranges that hold data and are not in the journal, and leaves a journal behind however it ends. */
export async function copyDisk(copy: DiskCopy): Promise<void> {
  const { artefact, source, target, signal } = copy;
  const { digest, ranges } = artefact;
  const plan = planChunks(ranges, copy.journal);
  let isSuperseded = false;
  const keeper = keepJournal({
    journal: copy.journal,
    data: ranges,
    journalEvery: plan.journalEvery,
    save: copy.saveJournal,
    onSuperseded: () => (isSuperseded = true),
  });

  const copyChunk = async (chunk: PageRange): Promise<void> => {
    await copy.window(async (memory) => {
      if (isSuperseded) throw superseded(digest, target.name);
      const pages = memory().subarray(0, chunk.end - chunk.start);
      await source.readInto(digest, chunk.start, pages, signal);
      await target.writePages(digest, chunk.start, pages, signal);
    });
    keeper.finished(chunk);
    copy.onBytes(chunk.end - chunk.start);
  };

  try {
    await inLanes(plan.chunks, lanes, copyChunk);
  } catch (error) {
    // Why the copy stopped is what people need to know; a lost journal only costs traffic.
    await keeper
      .flush()
      .catch((lost: unknown) => log.warn('The last journal was not saved.', { error: lost }));
    throw error;
  }
  await keeper.flush();
  if (isSuperseded) throw superseded(digest, target.name);
}
