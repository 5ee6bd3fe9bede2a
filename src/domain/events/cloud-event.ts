import { eventTypeOf } from './event-types';

/** An event as it stands in the log. */
type Logged = {
  readonly cursor: string;
  readonly publisherId: string;
  readonly offerId: string;
  readonly publicationId: string | null;
  readonly kind: string;
  readonly actor: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: string;
};

/** CloudEvents 1.0 (https://github.com/cloudevents/spec), as watchers and webhooks get it. */
export type CloudEvent = {
  readonly specversion: '1.0';
  /** Its place in the feed: never used twice, and where to go on from. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** `<publisherId>/<offerId>` */
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: CloudEventData;
};

/** Beside these the fields of its type. `actor`: who did it, as they said; null for the system itself. */
export type CloudEventData = Readonly<Record<string, unknown>> & {
  readonly publisherId: string;
  readonly offerId: string;
  readonly publicationId: string | null;
  readonly actor: string | null;
};

/** What is told outside; undefined for what is not. `publicUrl` has no slash at the end. */
export function toCloudEvent(event: Logged, publicUrl: string): CloudEvent | undefined {
  const { cursor, publisherId, offerId, publicationId, kind, actor, payload, at } = event;
  const told = eventTypeOf(kind);
  if (told === undefined) return undefined;
  const named = told.fields.filter((field) => payload[field] !== undefined && payload[field] !== null);
  const fields = Object.fromEntries(named.map((field) => [field, payload[field]]));
  return {
    specversion: '1.0',
    id: cursor,
    source: `${publicUrl}/api/publishers/${publisherId}/offers/${offerId}`,
    type: told.type,
    subject: `${publisherId}/${offerId}`,
    time: at,
    datacontenttype: 'application/json',
    data: { publisherId, offerId, publicationId, actor, ...fields },
  };
}
