import type { SessionRecord, Sessions } from '../../src/services/ports';

export type FakeSessions = Sessions & {
  /** By the cookie's digest, base64. */
  readonly rows: Map<string, SessionRecord>;
};

/** Signed-in browsers in memory. */
export function fakeSessions(): FakeSessions {
  const rows = new Map<string, SessionRecord>();
  const keyOf = (digest: Buffer): string => digest.toString('base64');
  return {
    rows,
    start: async ({ digest, ...session }) => void rows.set(keyOf(digest), session),
    find: async (digest) => rows.get(keyOf(digest)),
    async renew({ digest: old }, { digest, issuedAt }) {
      const before = rows.get(keyOf(old));
      if (before === undefined) return;
      rows.set(keyOf(digest), { ...before, issuedAt, replacedAt: null });
      rows.set(keyOf(old), { ...before, replacedAt: before.replacedAt ?? issuedAt });
    },
    async end(sessionId) {
      for (const [key, session] of rows) if (session.sessionId === sessionId) rows.delete(key);
    },
  };
}
