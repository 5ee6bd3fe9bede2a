import type { Message } from '../../domain/text/language';
import type { LoggedEvent } from './events';

export type WebhookRecord = {
  readonly webhookId: string;
  readonly publisherId: string;
  readonly url: string;
  /** Kinds of events it gets; none: every kind. */
  readonly kinds: readonly string[];
  /** How CloudEvents are put into HTTP. */
  readonly mode: 'structured' | 'binary';
  /** Whom to tell when it is disabled. */
  readonly contactEmail: string | null;
  readonly state: 'active' | 'disabled';
  readonly disabledBecause: Message | null;
  readonly disabledAt: string | null;
  /** Until then requests are signed with the previous secret, too. */
  readonly previousUntil: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
};

type Settings = Pick<WebhookRecord, 'url' | 'kinds' | 'mode' | 'contactEmail'>;
export type NewWebhook = Settings & Pick<WebhookRecord, 'webhookId' | 'publisherId' | 'createdBy'>;
export type MadeWebhook =
  { readonly kind: 'created' | 'existing'; readonly webhook: WebhookRecord } | { readonly kind: 'tooMany' };
export type WebhookChange = Partial<Settings & Pick<WebhookRecord, 'state'>>;

/** A webhook is always asked for together with its publisher: another's does not exist. */
export type WebhookKey = Pick<WebhookRecord, 'publisherId' | 'webhookId'>;

/**
 * Where publishers want to be told of events. Secrets are kept as ciphertext, and come back to the sender only. What
 * `actor` changes stands in the event table.
 */
export type Webhooks = {
  /** Gets what happens from now on. `tooMany`: the publisher has `limit` already. One there is stays as it is. */
  create: (
    webhook: NewWebhook,
    options: { readonly secret: string; readonly limit: number },
  ) => Promise<MadeWebhook>;
  /** Oldest first. */
  list: (publisherId: string) => Promise<readonly WebhookRecord[]>;
  find: (key: WebhookKey) => Promise<WebhookRecord | undefined>;
  /** Undefined when there is none. */
  change: (key: WebhookKey, change: WebhookChange, actor: string) => Promise<WebhookRecord | undefined>;
  remove: (key: WebhookKey, actor: string) => Promise<boolean>;
  /** The secret until now goes on signing beside the new one until `previousUntil`. */
  rotateSecret: (
    key: WebhookKey,
    next: { readonly secret: string; readonly previousUntil: Date },
    actor: string,
  ) => Promise<WebhookRecord | undefined>;
  /** Newest first, from before the ordinal on. */
  deliveries: (
    webhookId: string,
    page: { readonly limit: number; readonly before?: bigint; readonly state?: WebhookDelivery['state'] },
  ) => Promise<readonly WebhookDelivery[]>;
  /** Sends it again, under the same id. False when the webhook has no such delivery. */
  redeliver: (webhookId: string, deliveryId: string) => Promise<boolean>;
  /** Sends everything since `from` again, under the ids it had; returns how many deliveries that makes. */
  replay: (webhookId: string, from: Date) => Promise<number>;
};

export type WebhookDelivery = {
  /** Also the `webhook-id` of every try. */
  readonly deliveryId: string;
  readonly ordinal: bigint;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly kind: string;
  readonly eventId: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
  /** Null once it has ended. */
  readonly nextTryAt: string | null;
  /** The newest 20, newest first. */
  readonly tries: readonly WebhookTry[];
};

export type WebhookTry = {
  readonly at: string;
  readonly durationMs: number;
  /** Null when nobody answered. */
  readonly status: number | null;
  /** At most 200 characters, without secrets. */
  readonly answer: string;
};

/** One delivery, claimed by whoever holds `lease`. */
export type ClaimedDelivery = {
  readonly deliveryId: string;
  readonly webhookId: string;
  readonly lease: string;
  /** 1 for the first. */
  readonly tries: number;
  readonly url: string;
  readonly mode: WebhookRecord['mode'];
  /** The newest first; every one of them signs. None: they cannot be read any more. */
  readonly secrets: readonly string[];
  readonly event: LoggedEvent;
};

/** What comes after a try. `disable`: nothing is sent to this webhook any more until somebody turns it on again. */
export type DeliveryOutcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'again'; readonly at: Date }
  | { readonly kind: 'failed'; readonly disable: Message };

/** The sender's side; any number of processes may use it at once. */
export type WebhookQueue = {
  /** Makes deliveries of the feed's next events; returns how many events it went past, at most `limit`. */
  fill: (limit: number) => Promise<number>;
  /** Takes deliveries that are due; what is not settled when the lease ends is somebody else's again. */
  claim: (options: {
    readonly limit: number;
    readonly perWebhook: number;
    /** Webhooks that have enough under way. */
    readonly except: readonly string[];
    readonly leaseMs: number;
  }) => Promise<readonly ClaimedDelivery[]>;
  /** Keeps the try in the log. The outcome counts only while the lease does. */
  settle: (
    delivery: Pick<ClaimedDelivery, 'deliveryId' | 'webhookId' | 'lease'>,
    tried: WebhookTry,
    outcome: DeliveryOutcome,
  ) => Promise<void>;
  /** Disabled webhooks whose contact has not been told yet. */
  unnoticed: () => Promise<readonly WebhookRecord[]>;
  markNoticed: (webhookId: string) => Promise<void>;
  /** Forgets deliveries that ended before then. */
  prune: (endedBefore: Date) => Promise<void>;
};
