import type { ItemProgress, PublicationLog } from '../../src/services/ports';

export type FakeProgress = Pick<PublicationLog, 'reportProgress'> & {
  readonly reports: readonly Omit<ItemProgress, 'updatedAt'>[];
  failNext: () => void;
};

/** Keeps every report of a long activity's progress. */
export function fakeProgress(): FakeProgress {
  const reports: Omit<ItemProgress, 'updatedAt'>[] = [];
  let fails = false;
  return {
    reports,
    failNext: () => (fails = true),
    async reportProgress(_publicationId, progress) {
      if (fails) {
        fails = false;
        throw new Error('The catalogue is away.');
      }
      reports.push(progress);
    },
  };
}
