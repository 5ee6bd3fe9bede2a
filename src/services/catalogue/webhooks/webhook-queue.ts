import type { WebhookQueue } from '../../ports';
import { claimDeliveries } from './webhook-claim';
import { fillDeliveries } from './webhook-fill';
import { settleDelivery } from './webhook-settle';
import { toWebhookRecord, type WebhookStore } from './webhooks';

const noticesAtOnce = 20;

export const webhookQueueIn = (store: WebhookStore): WebhookQueue => ({
  fill: (limit) => fillDeliveries(store, limit),

  claim: (options) => claimDeliveries(store, options),

  settle: (delivery, tried, outcome) => settleDelivery(store, delivery, { tried, outcome }),

  async unnoticed() {
    const rows = await store.db
      .selectFrom('webhook')
      .selectAll()
      .where('state', '=', 'disabled')
      .where('disabledBecause', 'is not', null)
      .where('contactEmail', 'is not', null)
      .where('noticedAt', 'is', null)
      .limit(noticesAtOnce)
      .execute();
    return rows.map(toWebhookRecord);
  },

  async markNoticed(webhookId) {
    await store.db
      .updateTable('webhook')
      .set({ noticedAt: store.clock().toISOString() })
      .where('webhookId', '=', webhookId)
      .execute();
  },

  async prune(endedBefore) {
    await store.db.deleteFrom('webhookDelivery').where('endedAt', '<', endedBefore.toISOString()).execute();
  },
});
