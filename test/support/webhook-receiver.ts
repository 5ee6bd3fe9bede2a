import type { ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import type { CloudEvent } from '../../src/domain/events/cloud-event';
import { startLocalServer } from './local-server';

export type Delivered = {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Of a structured one. */
  readonly event: CloudEvent;
};

export type WebhookReceiver = {
  readonly origin: string;
  readonly url: string;
  /** Every request, in order of arrival. */
  readonly arrived: readonly Delivered[];
  /** How it answers; 204 unless told. */
  answer: (response: ServerResponse, delivered: Delivered) => void;
  /** How often each id came. */
  readonly timesById: () => ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
};

/** A publisher's receiver on loopback that keeps everything. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const arrived: Delivered[] = [];
  const { origin, close } = await startLocalServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const id = headers['webhook-id'] ?? '';
      const delivered = { id, headers, body, event: JSON.parse(body) as CloudEvent };
      arrived.push(delivered);
      receiver.answer(response, delivered);
    });
  });
  const receiver: WebhookReceiver = {
    origin,
    url: `${origin}/hooks/offers`,
    arrived,
    answer: (response) => void response.writeHead(204).end(),
    timesById() {
      const times = new Map<string, number>();
      for (const { id } of arrived) times.set(id, (times.get(id) ?? 0) + 1);
      return times;
    },
    close,
  };
  return receiver;
}

/** Whether the request is signed with this secret. The time is the test's own, so its age is not looked at. */
export function isSignedWith(secret: string, { id, headers, body }: Delivered): boolean {
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  const expected = new Webhook(secret).sign(id, at, body);
  return (headers['webhook-signature'] ?? '').split(' ').includes(expected);
}
