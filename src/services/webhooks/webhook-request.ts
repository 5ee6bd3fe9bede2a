import { Webhook } from 'standardwebhooks';
import type { CloudEvent } from '../../domain/events/cloud-event';
import type { ClaimedDelivery } from '../ports';

export type WebhookRequest = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

/**
 * One try as it goes over the wire: a CloudEvent in structured or binary content mode, signed as Standard Webhooks
 * (https://www.standardwebhooks.com). The id is the delivery's at every try; the time is the try's own.
 */
export function webhookRequest(
  { deliveryId, mode, secrets }: Pick<ClaimedDelivery, 'deliveryId' | 'mode' | 'secrets'>,
  event: CloudEvent,
  now: Date,
): WebhookRequest {
  const body = JSON.stringify(mode === 'structured' ? event : event.data);
  const signatures = secrets.map((secret) => new Webhook(secret).sign(deliveryId, now, body));
  return {
    body,
    headers: {
      ...(mode === 'structured'
        ? { 'content-type': 'application/cloudevents+json; charset=utf-8' }
        : attributesOf(event)),
      'user-agent': 'offer-publication',
      'webhook-id': deliveryId,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
    },
  };
}

/** All of them are ASCII without spaces or quotes, so none has to be encoded. */
function attributesOf({ datacontenttype, data: _, ...attributes }: CloudEvent): Record<string, string> {
  const headers = Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]);
  return { 'content-type': `${datacontenttype}; charset=utf-8`, ...Object.fromEntries(headers) };
}
