import type { PublisherChange, PublisherRecord, Publishers } from '../../src/services/ports';

export type FakePublishers = Publishers & {
  readonly rows: Map<string, PublisherRecord>;
  /** What the audit log would hold, `<what> <publisher> by <actor>`. */
  readonly log: string[];
};

const createdAt = '2026-11-01T08:00:00.000Z';

/** Publishers in memory: those made, and those `known` by an offer of theirs. */
export function fakePublishers(known: () => readonly string[]): FakePublishers {
  const rows = new Map<string, PublisherRecord>();
  const find = (publisherId: string): PublisherRecord | undefined =>
    rows.get(publisherId) ?? (known().includes(publisherId) ? madeOf({ publisherId }) : undefined);
  const fake: FakePublishers = {
    rows,
    log: [],
    find: async (publisherId) => find(publisherId),
    list: async (publisherId) =>
      [...new Set([...rows.keys(), ...known()])]
        .toSorted()
        .flatMap((each) => find(each) ?? [])
        .filter((row) => publisherId === undefined || row.publisherId === publisherId),
    async create(publisher, actor) {
      if (find(publisher.publisherId) !== undefined) return undefined;
      const made = madeOf(publisher);
      rows.set(made.publisherId, made);
      fake.log.push(`created ${made.publisherId} by ${actor}`);
      return made;
    },
    async change(publisherId, change, actor) {
      const before = find(publisherId);
      if (before === undefined) return undefined;
      const after = { ...before, ...change };
      rows.set(publisherId, after);
      fake.log.push(`changed ${publisherId} by ${actor}`);
      return after;
    },
    languageOf: async (publisherId) => find(publisherId)?.language,
  };
  return fake;
}

const madeOf = ({
  publisherId,
  displayText = publisherId,
  language = 'en',
  goLiveVotes = 1,
}: PublisherChange & Pick<PublisherRecord, 'publisherId'>): PublisherRecord => ({
  publisherId,
  displayText,
  language,
  goLiveVotes,
  sellerId: 10_001,
  createdAt,
});
