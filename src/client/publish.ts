import { randomUUID } from 'node:crypto';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { setTimeout as pause } from 'node:timers/promises';
import type { OfferTypeId } from '../domain/offer/document';
import { workflowIdOf } from '../domain/offer/ids';
import { attributesRefused } from './attributes-refused';
import { idInRun, type NewestRun, newestRun } from './newest-run';
import {
  offerIdKey,
  offerTypeKey,
  publicationStatusKey,
  publisherIdKey,
} from '../workflows/search-attributes';
import type { PublicationInput } from '../workflows/input';
import type { publication } from '../workflows/publication';

/**
 * `publicationId` is the UUID of this attempt; the same one again is the same publication. `draftEtag` tells an unchanged
 * publish from a changed one: with it, a run counts as started from another draft unless its start named the same one.
 * Without it whatever runs is `alreadyRunning`, and nobody notices that the draft has changed.
 */
export type PublishInput = PublicationInput & { readonly offerType?: OfferTypeId };

export type PublishAnswer =
  /** `alreadyEnded`: the offer's newest publication has this very id, and nothing was started. */
  | {
      readonly kind: 'started' | 'alreadyRunning' | 'alreadyEnded';
      readonly publicationId: string;
      readonly runId: string;
    }
  /**
   * The running publication was started from another draft, or it has ended and its last mails take long; `publicationId`
   * names it.
   */
  | {
      readonly kind: 'refused';
      readonly code: 'publicationRunning' | 'publicationClosing';
      readonly publicationId: string;
    };

export type PublishOptions = {
  readonly taskQueue: string;
  /** How long a run is waited for whose publication has ended. */
  readonly closedWithinMs: number;
};

/** Starts a publication, or finds the running one: the workflow id admits one per offer. */
export async function publish(
  temporal: Client,
  { taskQueue, closedWithinMs }: PublishOptions,
  input: PublishInput,
): Promise<PublishAnswer> {
  const { publicationId = randomUUID() } = input;
  for (const deadline = Date.now() + closedWithinMs; ; await pause(50)) {
    const itself = input.publicationId && (await answerOfItself(temporal, input, publicationId));
    if (itself) return itself;
    const started = await start(temporal, taskQueue, { ...input, publicationId });
    if (started !== undefined) return started;
    const running = await newestRun(temporal, input);
    // Closed meanwhile, or about to: whoever saw a publication end may publish again.
    const mayBeGone = running === undefined || !running.isRunning || running.isClosing || running.isAtWork;
    if (running !== undefined && (!mayBeGone || Date.now() > deadline))
      return answerBeside(temporal, running, input);
  }
}

/** Undefined when the offer has a run that is open. */
async function start(
  temporal: Client,
  taskQueue: string,
  input: PublishInput & { readonly publicationId: string },
): Promise<PublishAnswer | undefined> {
  const { offerType, ...asked } = input;
  const { publisherId, offerId, publicationId, draftEtag = '' } = input;
  try {
    const handle = await temporal.workflow.start<typeof publication>('publication', {
      workflowId: workflowIdOf(input),
      taskQueue,
      args: [asked],
      memo: { publicationId, draftEtag },
      staticSummary: `Publish ${publisherId}/${offerId}`,
      typedSearchAttributes: [
        { key: publisherIdKey, value: publisherId },
        { key: offerIdKey, value: offerId },
        ...(offerType === undefined ? [] : [{ key: offerTypeKey, value: offerType }]),
        { key: publicationStatusKey, value: 'running' },
      ],
    });
    return { kind: 'started', publicationId, runId: handle.firstExecutionRunId };
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return undefined;
    throw attributesRefused(error) ?? error;
  }
}

/** What whoever publishes hears of the run that is there. */
async function answerBeside(
  temporal: Client,
  running: NewestRun,
  { draftEtag = '', ...offer }: PublishInput,
): Promise<PublishAnswer> {
  const publicationId = running.publicationId ?? (await idInRun(temporal, offer)) ?? '';
  if (running.isClosing) return { kind: 'refused', code: 'publicationClosing', publicationId };
  const isTheSame = draftEtag === '' || running.draftEtag === draftEtag;
  return isTheSame
    ? { kind: 'alreadyRunning', publicationId, runId: running.runId }
    : { kind: 'refused', code: 'publicationRunning', publicationId };
}

/**
 * A start repeated because its first answer was lost: one id is one publication, however it ends. Nothing is waited for, and
 * no other start is tried while it is the newest: it may close in between.
 */
async function answerOfItself(
  temporal: Client,
  input: PublishInput,
  publicationId: string,
): Promise<PublishAnswer | undefined> {
  const newest = await newestRun(temporal, input);
  if (newest?.publicationId !== publicationId) return undefined;
  const hasEnded = !newest.isRunning || newest.isClosing;
  return hasEnded
    ? { kind: 'alreadyEnded', publicationId, runId: newest.runId }
    : answerBeside(temporal, newest, input);
}
