import type { ReplicaRecord, Replicas } from '../../src/services/ports';

type Row = ReplicaRecord & {
  readonly copyingFor?: string;
  readonly holders: ReadonlySet<string>;
  readonly released: ReadonlySet<string>;
};

export type FakeReplicas = Omit<Replicas, 'releaseSuperseded'> & {
  readonly rows: ReadonlyMap<string, Row>;
  /** How often each journal was saved. */
  readonly saves: readonly ReplicaRecord['journal'][];
  /** So many of the next saves fail. */
  failNextSaves: (count: number) => void;
  put: (replica: ReplicaRecord, holders?: readonly string[]) => void;
};

/** The catalogue's replicas in memory, with its fencing and reference counts; time stands still. */
export function fakeReplicas(now: () => Date = () => new Date()): FakeReplicas {
  const rows = new Map<string, Row>();
  const saves: ReplicaRecord['journal'][] = [];
  let failures = 0;
  const keyOf = (digest: string, region: string): string => `${region}/${digest}`;
  const blank = { state: 'copying', attempt: 0, journal: [], verifiedAt: null } as const;
  const nobody = { holders: new Set<string>(), released: new Set<string>() };

  /** Changes the row unless a newer attempt owns it. */
  const change = (
    owner: { digest: string; region: string; attempt: number },
    next: Partial<Row>,
  ): boolean => {
    const row = rows.get(keyOf(owner.digest, owner.region));
    if (row?.attempt !== owner.attempt) return false;
    rows.set(keyOf(owner.digest, owner.region), { ...row, ...next });
    return true;
  };

  return {
    rows,
    saves,
    failNextSaves: (count) => (failures = count),
    put: (replica, holders = []) =>
      rows.set(keyOf(replica.digest, replica.region), { ...nobody, ...replica, holders: new Set(holders) }),

    async claim(digest, region, { publicationId }) {
      const row = rows.get(keyOf(digest, region)) ?? { ...blank, ...nobody, digest, region };
      const holders = new Set([...row.holders, publicationId]);
      const isTaken = row.state === 'copying' && (row.copyingFor ?? publicationId) !== publicationId;
      const claimed = isTaken ? row : { ...row, attempt: row.attempt + 1, copyingFor: publicationId };
      rows.set(keyOf(digest, region), { ...claimed, holders });
      return isTaken ? undefined : claimed;
    },
    touch: async () => undefined,
    async saveJournal({ digest, region, attempt, journal }) {
      if (failures > 0) {
        failures -= 1;
        throw new Error('The catalogue is away.');
      }
      saves.push(journal);
      return change({ digest, region, attempt }, { journal, state: 'copying', verifiedAt: null });
    },
    markVerified: async (replica) =>
      change(replica, { state: 'verified', journal: [], verifiedAt: now().toISOString() }),
    find: async (digest, region) => rows.get(keyOf(digest, region)),

    heldBy: async (publicationId) => [...rows.values()].filter(({ holders }) => holders.has(publicationId)),

    regionsOf: async (digest) =>
      [...rows.values()].filter((row) => row.digest === digest).map(({ region }) => region),

    async release(publicationId) {
      const freed = [...rows].filter(
        ([, { holders, released }]) => holders.has(publicationId) || released.has(publicationId),
      );
      for (const [key, row] of freed) {
        const holders = new Set([...row.holders].filter((holder) => holder !== publicationId));
        const { copyingFor, ...kept } = row;
        const still = copyingFor === undefined || copyingFor === publicationId ? {} : { copyingFor };
        rows.set(key, { ...kept, ...still, holders, released: new Set([...row.released, publicationId]) });
      }
      return freed.map(([key]) => rows.get(key)).filter((row) => row?.holders.size === 0) as Row[];
    },
    async forget(digest, region) {
      const key = keyOf(digest, region);
      if ((rows.get(key)?.holders.size ?? 0) > 0) return false;
      rows.delete(key);
      return true;
    },
    orphans: async (limit) => [...rows.values()].filter(({ holders }) => holders.size === 0).slice(0, limit),
  };
}
