import {
  ApplicationFailure,
  type Client,
  type WorkflowHandle,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Answer, RefusalCode } from '../domain/publication/answers';
import type { CommandName } from '../domain/publication/commands';
import { answerTo as answerTold } from '../domain/publication/told-answer';
import type { Message } from '../domain/text/language';
import type { publication } from '../workflows/publication';
import { statusOf } from './follow';
import { type WhyPending, whyPending } from './why-pending';

/** What came of a message to a publication. */
export type ClientAnswer =
  | { readonly kind: 'accepted'; readonly requestId: string; readonly message: Message }
  | {
      readonly kind: 'refused';
      readonly requestId: string;
      readonly code: RefusalCode;
      readonly message: Message;
    }
  /** Accepted and durable, not yet answered. Ask again with the same requestId. */
  | { readonly kind: 'pending'; readonly requestId: string; readonly why: WhyPending }
  /** No run is open for this offer; the message changed nothing. */
  | { readonly kind: 'noPublication'; readonly requestId: string };

type Question = {
  readonly handle: WorkflowHandle<typeof publication>;
  readonly name: CommandName;
  readonly message: { readonly requestId: string; readonly [field: string]: unknown };
  readonly answerWithinMs: number;
};

/**
 * A signal, because it is durable even with no worker up, and beside it the update of the same requestId for the
 * answer. The first answer to a requestId stands, so the two are one message whichever comes first. But a refused update
 * leaves nothing behind, and the signal that comes after it may be accepted: so once the signal is stored, a refusal is
 * asked for again.
 */
export async function ask(temporal: Client, question: Question): Promise<ClientAnswer> {
  const { handle, name, message } = question;
  const { requestId } = message;
  const [stored, answered] = await Promise.allSettled([
    handle.signal(name, message),
    answerTo(temporal, question),
  ]);
  if (stored.status === 'rejected') {
    if (answered.status === 'fulfilled') return answered.value;
    if (stored.reason instanceof WorkflowNotFoundError) return { kind: 'noPublication', requestId };
    throw stored.reason;
  }
  try {
    return await answerToStored(temporal, question, answered);
  } catch (error) {
    // The message is stored: whoever read an error here would think it lost.
    const why = whyPending(error);
    if (why === undefined) throw error;
    return { kind: 'pending', requestId, why };
  }
}

async function answerToStored(
  temporal: Client,
  question: Question,
  first: PromiseSettledResult<ClientAnswer>,
): Promise<ClientAnswer> {
  if (first.status === 'fulfilled' && first.value.kind !== 'refused') return first.value;
  try {
    if (first.status === 'rejected') throw first.reason;
    return await answerTo(temporal, question);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    return closedMeanwhile(question);
  }
}

async function answerTo(temporal: Client, question: Question): Promise<ClientAnswer> {
  const { handle, name, message, answerWithinMs } = question;
  const { requestId } = message;
  try {
    const answer = await temporal.withDeadline(Date.now() + answerWithinMs, () =>
      handle.executeUpdate<Answer, [unknown]>(name, { args: [message], updateId: `${name}:${requestId}` }),
    );
    return { ...answer, requestId };
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError) return refusalIn(error, requestId);
    throw error;
  }
}

/** A refusal before history: the failure's first detail is the answer itself (`workflows/inbox.ts`). */
function refusalIn(error: WorkflowUpdateFailedError, requestId: string): ClientAnswer {
  const { cause } = error;
  const answer = cause instanceof ApplicationFailure ? (cause.details?.[0] as Answer | undefined) : undefined;
  if (answer?.kind !== 'refused') throw cause ?? error;
  return { ...answer, requestId };
}

/** The run took the signal and closed before the update came; what it accepted stands in its messages. */
async function closedMeanwhile({ handle, name, message }: Question): Promise<ClientAnswer> {
  const { requestId } = message;
  const status = await statusOf(handle);
  const told = status && answerTold(status, { name, requestId });
  if (told?.kind === 'accepted') return { kind: 'accepted', requestId, message: told.message };
  const current = status?.outcome ?? 'ended';
  const reason = { code: 'message.wrongState', params: { name, expected: 'running', current } };
  return { kind: 'refused', requestId, code: 'wrongState', message: reason };
}
