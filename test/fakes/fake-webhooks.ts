import type { WebhookKey, WebhookRecord, Webhooks } from '../../src/services/ports';

export type FakeWebhooks = Webhooks & { readonly rows: Map<string, WebhookRecord> };

/** Webhooks in memory; nothing was ever sent to them. */
export function fakeWebhooks(): FakeWebhooks {
  const rows = new Map<string, WebhookRecord>();
  const find = ({ publisherId, webhookId }: WebhookKey): WebhookRecord | undefined => {
    const row = rows.get(webhookId);
    return row?.publisherId === publisherId ? row : undefined;
  };
  const change = (key: WebhookKey, fields: Partial<WebhookRecord>): WebhookRecord | undefined => {
    const row = find(key);
    if (row === undefined) return undefined;
    rows.set(key.webhookId, { ...row, ...fields });
    return rows.get(key.webhookId);
  };
  return {
    rows,
    create: async (webhook, { limit }) => {
      const existing = find(webhook);
      if (existing !== undefined) return { kind: 'existing', webhook: existing };
      if ([...rows.values()].filter((each) => each.publisherId === webhook.publisherId).length >= limit) {
        return { kind: 'tooMany' };
      }
      const row: WebhookRecord = { ...webhook, ...fresh };
      rows.set(row.webhookId, row);
      return { kind: 'created', webhook: row };
    },
    list: async (publisherId) => [...rows.values()].filter((each) => each.publisherId === publisherId),
    find: async (key) => find(key),
    change: async (key, fields) => change(key, fields),
    remove: async (key) => find(key) !== undefined && rows.delete(key.webhookId),
    rotateSecret: async (key, { previousUntil }) =>
      change(key, { previousUntil: previousUntil.toISOString() }),
    deliveries: async () => [],
    redeliver: async () => false,
    replay: async () => 0,
  };
}

const fresh = {
  state: 'active',
  disabledBecause: null,
  disabledAt: null,
  previousUntil: null,
  createdAt: '2026-11-20T12:00:00.000Z',
} as const;
