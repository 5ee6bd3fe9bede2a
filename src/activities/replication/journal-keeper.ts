import { log } from '@temporalio/activity';
import { addToJournal } from '../../domain/replication/chunk-journal';
import type { PageRange } from '../../domain/replication/page-ranges';

const longestUnsavedMs = 2_000;

export type JournalKeeper = {
  /** To be called when the range is safely in the region's store. Saves now and then, beside the copy. */
  finished: (range: PageRange) => void;
  /** Saves what is not saved yet. */
  flush: () => Promise<void>;
};

/**
 * Remembers what has been written, so that a crash loses little. A save that fails is made up for by the next one;
 * only `flush` throws. `onSuperseded` is called when a newer attempt has taken over.
 */
export function keepJournal(keeping: {
  readonly journal: readonly PageRange[];
  readonly data: readonly PageRange[];
  readonly journalEvery: number;
  readonly save: (journal: readonly PageRange[]) => Promise<boolean>;
  readonly onSuperseded: () => void;
}): JournalKeeper {
  let { journal } = keeping;
  let unsavedBytes = 0;
  let savedAt = performance.now();
  let saving: Promise<void> | undefined;

  const save = async (): Promise<void> => {
    const bytes = unsavedBytes;
    unsavedBytes = 0;
    savedAt = performance.now();
    try {
      if (!(await keeping.save(journal))) keeping.onSuperseded();
    } catch (error) {
      unsavedBytes += bytes;
      throw error;
    }
  };

  return {
    finished(range) {
      journal = addToJournal(journal, [range], keeping.data);
      unsavedBytes += range.end - range.start;
      const due = unsavedBytes >= keeping.journalEvery || performance.now() - savedAt >= longestUnsavedMs;
      if (!due || saving !== undefined) return;
      saving = save()
        .catch((error: unknown) =>
          log.warn('The copy goes on although its journal was not saved.', { error }),
        )
        .finally(() => (saving = undefined));
    },

    async flush() {
      await saving;
      if (unsavedBytes > 0) await save();
    },
  };
}
