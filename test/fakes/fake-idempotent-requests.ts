import type { IdempotentRequests, KeptAnswer } from '../../src/services/ports';

type Row = { readonly fingerprint: string; readonly lease: string; answer?: KeptAnswer };

/** Kept answers in memory, for ever. */
export function fakeIdempotentRequests(): IdempotentRequests {
  const rows = new Map<string, Row>();
  let leases = 0;
  return {
    begin: async (name, fingerprint) => {
      const row = rows.get(name);
      if (row === undefined) {
        leases += 1;
        rows.set(name, { fingerprint, lease: String(leases) });
        return { kind: 'first', lease: String(leases) };
      }
      if (row.fingerprint !== fingerprint) return { kind: 'other' };
      return row.answer === undefined ? { kind: 'atWork' } : { kind: 'answered', answer: row.answer };
    },
    keep: async (name, lease, answer) => {
      const row = rows.get(name);
      if (row?.lease === lease) row.answer = answer;
    },
    forget: async (name, lease) => {
      if (rows.get(name)?.lease === lease) rows.delete(name);
    },
    prune: async () => undefined,
  };
}
