import { evolve } from '../../src/domain/publication/evolve';
import type { PublicationFact } from '../../src/domain/publication/events';
import type { PublicationLog, PublicationRecord } from '../../src/services/ports';

export type FakePublicationRecords = Pick<PublicationLog, 'find'> & {
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
  return { records, find: (publicationId) => Promise.resolve(records.get(publicationId)) };
}
