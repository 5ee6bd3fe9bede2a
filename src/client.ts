import { randomUUID } from 'node:crypto';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { type OfferKey, workflowIdOf } from './domain/offer/ids';
import type { Answer } from './domain/publication/answers';
import type { CommandName, ReviewComment } from './domain/publication/commands';
import type { PublicationStatus, ReviewDecision } from './domain/publication/status';
import { controlQueue } from './domain/publication/queues';
import { ask, type ClientAnswer } from './client/ask';
import { AttributesRefusedError } from './client/attributes-refused';
import { statusOf, watch } from './client/follow';
import { StatusUnansweredError } from './client/status-unanswered';
import type { WhyPending } from './client/why-pending';
import { type NamespaceFault, namespaceFault } from './client/namespace-fault';
import { newestIdOf } from './client/newest-run';
import { passedDate } from './client/passed-date';
import { publish, type PublishAnswer, type PublishInput } from './client/publish';
import { type StuckRun, stuckRuns } from './client/stuck-runs';
import type { publication } from './workflows/publication';
import type { PublicationResult } from './workflows/closing';

export { AttributesRefusedError, StatusUnansweredError };
export type {
  Answer,
  ClientAnswer,
  NamespaceFault,
  OfferKey,
  PublicationResult,
  PublicationStatus,
  PublishAnswer,
  PublishInput,
  StuckRun,
  WhyPending,
};

/** Starts, steers and reads publications. Safe to use from many processes at once. */
export type PublicationClient = {
  /**
   * The same unchanged draft while running is the same publication; a changed one is refused. Throws
   * `AttributesRefusedError` where the namespace is not made for publications.
   */
  readonly publish: (input: PublishInput) => Promise<PublishAnswer>;
  readonly goLive: (
    offer: OfferKey,
    message: Sender & { readonly notBefore?: string },
  ) => Promise<ClientAnswer>;
  readonly withdrawGoLive: (offer: OfferKey, message: Sender) => Promise<ClientAnswer>;
  readonly cancel: (offer: OfferKey, message: Sender & { readonly reason?: string }) => Promise<ClientAnswer>;
  readonly reviewDecision: (offer: OfferKey, message: Sender & Review) => Promise<ClientAnswer>;
  readonly provideNotificationEmails: (
    offer: OfferKey,
    message: Sender & { readonly emails: readonly string[] },
  ) => Promise<ClientAnswer>;
  /**
   * The newest run's status document, by a query to the run; `undefined` when the offer was never published or its run is
   * past retention. A query needs a worker: throws `StatusUnansweredError` when none answers. What looks often or at many offers reads the catalogue by the API instead (docs/ARCHITECTURE.md,
   * "Message contract").
   */
  readonly status: (offer: OfferKey) => Promise<PublicationStatus | undefined>;
  /**
   * Every changed status until the publication ends. The server is asked every `everyMs` (default 1,000) whether something
   * happened, and the run only when it did. Goes on while workers are replaced; throws `StatusUnansweredError` after four looks
   * in a row without an answer (up to half a minute each), and at once when the run itself fails.
   */
  readonly watch: (offer: OfferKey, everyMs?: number) => AsyncGenerator<PublicationStatus>;
  /** Waits, for months if need be, until the newest run ends. */
  readonly result: (offer: OfferKey) => Promise<PublicationResult>;
  /** Of the newest run. The server knows it of every start by this client; of others the run is asked. */
  readonly newestId: (offer: OfferKey) => Promise<string | undefined>;
  /** Publications whose run cannot go on, `most` of them (default 100), whatever the offer. */
  readonly stuckRuns: (most?: number) => Promise<readonly StuckRun[]>;
  /** What the namespace lacks, and the command that mends it. Undefined when it has all, or does not let us look. */
  readonly namespaceFault: () => Promise<NamespaceFault | undefined>;
  /** Resolves when the Temporal server answers. */
  readonly ping: () => Promise<void>;
};

/** `requestId` makes a message repeatable without harm; without one each call is a new message. */
export type Sender = { readonly actor: string; readonly requestId?: string; readonly publicationId?: string };
type Review = { readonly decision: ReviewDecision; readonly comments?: readonly ReviewComment[] };

export type ClientOptions = {
  /**
   * How long a message waits for the run's answer before it counts as pending, and a publish for an ended publication's run
   * to close; default 5,000.
   */
  readonly answerWithinMs?: number;
  /** Where the workers listen; default `publication`. */
  readonly taskQueue?: string;
};

/** A client over an open Temporal client. */
export function createPublicationClient(
  temporal: Client,
  { answerWithinMs = 5000, taskQueue = controlQueue }: ClientOptions = {},
): PublicationClient {
  const handleOf = (offer: OfferKey): WorkflowHandle<typeof publication> =>
    temporal.workflow.getHandle<typeof publication>(workflowIdOf(offer));
  const send = (name: CommandName) => (offer: OfferKey, message: Sender) =>
    ask(temporal, {
      handle: handleOf(offer),
      name,
      answerWithinMs,
      message: { requestId: randomUUID(), ...message },
    });
  return {
    publish: (input) => publish(temporal, { taskQueue, closedWithinMs: answerWithinMs }, input),
    goLive: async (offer, asked) => {
      const message = { requestId: randomUUID(), ...asked };
      return passedDate(message, new Date()) ?? send('goLive')(offer, message);
    },
    withdrawGoLive: send('withdrawGoLive'),
    cancel: send('cancel'),
    reviewDecision: send('reviewDecision'),
    provideNotificationEmails: send('notificationEmails'),
    status: (offer) => statusOf(handleOf(offer)),
    watch: (offer, everyMs = 1000) => watch(handleOf(offer), everyMs),
    result: (offer) => handleOf(offer).result(),
    newestId: (offer) => newestIdOf(temporal, offer),
    stuckRuns: (most = 100) => stuckRuns(temporal, most),
    namespaceFault: () => namespaceFault(temporal),
    async ping() {
      await temporal.workflowService.getSystemInfo({});
    },
  };
}

/** Connects as the environment says (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_API_KEY, ...). */
export async function connectPublicationClient(): Promise<
  PublicationClient & { close: () => Promise<void> }
> {
  const { connectionOptions, namespace } = loadClientConnectConfig({ disableFile: true });
  const connection = await Connection.connect(connectionOptions);
  const client = new Client({ connection, ...(namespace === undefined ? {} : { namespace }) });
  return { ...createPublicationClient(client), close: () => connection.close() };
}
