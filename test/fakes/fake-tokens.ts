import { randomUUID } from 'node:crypto';
import type { TokenRecord, Tokens } from '../../src/services/ports';

export type FakeTokens = Tokens & {
  readonly rows: (TokenRecord & { readonly digest: Buffer })[];
  /** Publishers that exist; tokens are made for these only. */
  readonly publishers: Set<string>;
  /** What the audit log would hold, `<what> <name> by <actor>`. */
  readonly log: string[];
  /** When set, the database "is away" and says this. */
  away: string | undefined;
};

/** API tokens in memory; `now` dates them. */
export function fakeTokens(now: () => Date): FakeTokens {
  const isOf = (row: TokenRecord, publisherId: string | null): boolean => row.publisherId === publisherId;
  const fake: FakeTokens = {
    rows: [],
    publishers: new Set(['contoso']),
    log: [],
    away: undefined,
    async create({ digest, ...token }, actor) {
      const { publisherId, name } = token;
      if (publisherId !== null && !fake.publishers.has(publisherId)) return { kind: 'noPublisher' };
      const isTaken = fake.rows.some(
        (row) => isOf(row, publisherId) && row.name === name && row.revokedAt === null,
      );
      if (isTaken) return { kind: 'nameTaken' };
      const row = {
        ...token,
        tokenId: randomUUID(),
        digest,
        createdBy: actor,
        createdAt: now().toISOString(),
        lastUsedAt: null,
        revokedAt: null,
      };
      fake.rows.push(row);
      fake.log.push(`created ${name} by ${actor}`);
      return { kind: 'created', token: row };
    },
    find: async (tokenId) => reachable().find((row) => row.tokenId === tokenId),
    findByDigest: async (digest) => reachable().find((row) => row.digest.equals(digest)),
    list: async (publisherId) =>
      fake.rows.filter((row) => isOf(row, publisherId) && row.revokedAt === null).toSorted(byName),
    async revoke({ tokenId, publisherId }, actor) {
      const row = fake.rows.find((each) => each.tokenId === tokenId && isOf(each, publisherId));
      if (row === undefined) return false;
      if (row.revokedAt === null) fake.log.push(`revoked ${row.name} by ${actor}`);
      replace(tokenId, { revokedAt: row.revokedAt ?? now().toISOString() });
      return true;
    },
    touch: async (tokenId) => replace(tokenId, { lastUsedAt: now().toISOString() }),
  };

  function reachable(): FakeTokens['rows'] {
    if (fake.away !== undefined) throw new Error(fake.away);
    return fake.rows;
  }

  function replace(tokenId: string, change: Partial<TokenRecord>): void {
    const at = fake.rows.findIndex((row) => row.tokenId === tokenId);
    const row = fake.rows[at];
    if (row !== undefined) fake.rows[at] = { ...row, ...change };
  }

  return fake;
}

const byName = (one: TokenRecord, other: TokenRecord): number => (one.name < other.name ? -1 : 1);
