import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Begun, IdempotentRequests, KeptAnswer } from '../../ports';
import { toJson } from '../database/json';
import type { WebhookStore } from '../webhooks/webhooks';

const keptMs = 24 * 3_600_000;
/** Longer than any request is at work: whoever holds a name for longer has died. */
const leaseMs = 2 * 60_000;

export const idempotentRequestsIn = ({ db, seal, clock }: WebhookStore): IdempotentRequests => {
  const placeOf = (name: string): string => `idempotent-request/${name}`;
  const before = (ms: number): string => new Date(clock().getTime() - ms).toISOString();
  return {
    async begin(name, fingerprint) {
      const lease = randomUUID();
      const fresh = { fingerprint, lease, startedAt: clock().toISOString() };
      const taken = await db
        .insertInto('idempotentRequest')
        .values({ name, ...fresh })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ ...fresh, status: null, headers: null, body: null })
            .where(
              sql<boolean>`idempotent_request.started_at < ${before(keptMs)} or (
                idempotent_request.status is null and idempotent_request.started_at < ${before(leaseMs)}
                and idempotent_request.fingerprint = ${fingerprint})`,
            ),
        )
        .returning('name')
        .executeTakeFirst();
      if (taken !== undefined) return { kind: 'first', lease };
      const row = await db
        .selectFrom('idempotentRequest')
        .select(['fingerprint', 'status', 'headers', 'body'])
        .where('name', '=', name)
        .executeTakeFirst();
      // Forgotten just now: whoever asks again is the first.
      if (row === undefined) return { kind: 'atWork' };
      return stateOf(row, fingerprint, (sealed) => seal.open(sealed, placeOf(name)));
    },

    async keep(name, lease, { status, headers, body }) {
      await db
        .updateTable('idempotentRequest')
        .set({ status, headers: toJson(headers), body: seal.seal(body, placeOf(name)) })
        .where('name', '=', name)
        .where('lease', '=', lease)
        .execute();
    },

    async forget(name, lease) {
      await db.deleteFrom('idempotentRequest').where('name', '=', name).where('lease', '=', lease).execute();
    },

    async prune() {
      await db.deleteFrom('idempotentRequest').where('startedAt', '<', before(keptMs)).execute();
    },
  };
};

type Row = { readonly fingerprint: string; readonly body: Buffer | null } & Readonly<
  Partial<Record<'status', number | null> & Record<'headers', KeptAnswer['headers'] | null>>
>;

function stateOf(row: Row, fingerprint: string, open: (sealed: Buffer) => string): Begun {
  if (row.fingerprint !== fingerprint) return { kind: 'other' };
  const { status, headers, body } = row;
  if (status === null || status === undefined || body === null) return { kind: 'atWork' };
  return { kind: 'answered', answer: { status, headers: headers ?? {}, body: open(body) } };
}
