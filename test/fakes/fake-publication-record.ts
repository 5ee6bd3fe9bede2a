import { evolve } from '../../src/domain/publication/evolve';
import type { PublicationFact } from '../../src/domain/publication/events';
import type { PublicationLog, PublicationRecord } from '../../src/services/ports';

type Progress = Parameters<PublicationLog['record']>[0];

export type FakePublicationRecords = Pick<PublicationLog, 'find'> & {
  record: PublicationLog['record'];
  /** What was brought to the log, in the order in which it came. */
  readonly recorded: readonly Progress[];
  readonly records: Map<string, PublicationRecord>;
};

/** The log as it shows publications that began at `startedAt` and in which `facts` happened. */
export function fakePublicationRecords(
  started: Readonly<
    Record<string, { readonly startedAt: string; readonly facts?: readonly PublicationFact[] }>
  >,
): FakePublicationRecords {
  const records = new Map(
    Object.entries(started).map(([publicationId, { startedAt: at, facts = [] }]) => {
      const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
      const beginning = {
        kind: 'started' as const,
        publicationId,
        ...offer,
        language: 'en' as const,
        requestedBy: null,
        at,
      };
      const status = facts.reduce(
        (state, fact) => evolve(state, { ...fact, at }),
        evolve(undefined, beginning),
      );
      return [publicationId, { publicationId, ...offer, runId: 'run-1', status }] as const;
    }),
  );
  const recorded: Progress[] = [];
  return {
    records,
    recorded,
    find: (publicationId) => Promise.resolve(records.get(publicationId)),
    async record(progress) {
      recorded.push(progress);
    },
  };
}
