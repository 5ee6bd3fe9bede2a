import type { Context } from 'hono';
import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import type { ClientAnswer, WhyPending } from '../../client';
import type { CommandName } from '../../domain/publication/commands';
import { refusalCodeOf } from '../../domain/publication/refusal-codes';
import { answerTo } from '../../domain/publication/told-answer';
import type { Message } from '../../domain/text/language';
import { messageText } from '../../domain/text/publication/publication';
import type { OfferRecord, PublicationRecord } from '../../services/ports';
import { currentPublication } from '../publication/current-publication';
import type { AppDeps } from '../deps';
import { apiError } from '../refusals/errors';
import { identityOf } from '../access/identity';
import { languageOf } from '../language';
import { refusalOf } from '../refusals/refusal';
import { readBody } from './body';
import { acceptedWith } from './operation-answer';
import { earlierRequest, requestIdFor, usedElsewhere } from './request-id';

type Sender = { readonly actor: string; readonly requestId: string; readonly publicationId?: string };

/** What every message may say about itself. */
export type Sent = {
  readonly requestId?: string | undefined;
  /** The only attempt the message is for; every other one refuses it. */
  readonly publicationId?: string | null | undefined;
};

export type Sending<Body> = {
  readonly kind: CommandName;
  readonly schema: z.ZodType<Body>;
  readonly send: (
    client: AppDeps['client'],
    offer: OfferRecord,
    told: Sender & { body: Body },
  ) => Promise<ClientAnswer>;
};

/** Sends one message to the offer's running publication and answers with its operation, or why it was refused. */
export function sendMessage<Body extends Sent>(
  deps: AppDeps,
  { kind, schema, send }: Sending<Body>,
): (context: Context, offer: OfferRecord) => Promise<Response> {
  return async (context, offer) => {
    const read = await readBody(context, schema);
    if (read.kind === 'refused') return read.answer;
    const requestId = await requestIdFor(deps, context, { offer, kind, given: read.body.requestId });
    const earlier = await earlierRequest(deps, offer, { kind, requestId });
    if (earlier.kind === 'other') return apiError(context, 'BadRequest', usedElsewhere(requestId));
    if (earlier.kind === 'same') {
      const { state, refusal } = earlier.operation;
      if (refusal !== null) return refusedLater(context, refusal);
      const standing = isDone(kind, state) ? 'canceled' : 'accepted';
      return acceptedWith(context, { ...earlier.operation, offer }, standing);
    }
    const { publicationId } = read.body;
    const attempt = publicationId && { publicationId };
    const sender = { actor: identityOf(context).actor, requestId, ...attempt };
    const answer = await send(deps.client, offer, { ...sender, body: read.body });
    if (answer.kind === 'refused' || answer.kind === 'noPublication') {
      const publication = await currentPublication(deps, offer);
      if (publication !== undefined && hasTaken(publication, kind, requestId)) {
        const taken = { answer: 'accepted', publicationId: publication.publicationId } as const;
        return accepted(deps, context, { offer, kind, requestId, ...taken });
      }
      const language = languageOf(context);
      const refusal = refusalOf(answer, { kind, offer, status: publication?.status, language });
      return apiError(context, refusal.code, refusal.message);
    }
    const why = answer.kind === 'pending' ? answer.why : undefined;
    return accepted(deps, context, { offer, kind, requestId, answer: answer.kind, why });
  };
}

/** The publication has refused since what it could not answer at once: that is its answer for ever. */
const refusedLater = (context: Context, message: Message): Response =>
  apiError(context, refusalCodeOf(message.code) ?? 'wrongState', messageText(message, languageOf(context)));

/** The process that sent it died before it noted that, and the publication has gone on or ended since. */
export const hasTaken = ({ status }: PublicationRecord, name: CommandName, requestId: string): boolean =>
  answerTo(status, { name, requestId })?.kind === 'accepted';

type Taken = {
  readonly offer: OfferRecord;
  readonly kind: CommandName;
  readonly requestId: string;
  readonly answer: 'accepted' | 'pending';
  readonly why?: WhyPending | undefined;
  /** Where it is known already. */
  readonly publicationId?: string;
};

async function accepted(
  deps: AppDeps,
  context: Context,
  { offer, kind, requestId, answer, why, ...known }: Taken,
): Promise<Response> {
  const { operations } = deps.catalogue;
  const { publisherId, offerId } = offer;
  const publicationId = known.publicationId ?? (await answering(deps, offer, answer)) ?? '';
  const named = { operationId: requestId, kind, publisherId, offerId, publicationId };
  const operation = await operations.create({ ...named, actor: identityOf(context).actor });
  if (kind !== 'cancel' || answer === 'pending')
    return acceptedWith(context, { ...operation, offer, why }, answer);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const now = await operations.find(offer, requestId);
    if (now !== undefined && isDone(kind, now.state))
      return acceptedWith(context, { ...now, offer }, 'canceled');
    await pause(betweenAttemptsMs);
  }
  return acceptedWith(context, { ...operation, offer }, answer);
}

/** A cancel at sign-off is over in moments; 200 then spares the caller a question. */
const attempts = 15;
const betweenAttemptsMs = 100;

const isDone = (kind: CommandName, state: string): boolean => kind === 'cancel' && state === 'succeeded';

/** The publication that took the message, or will; the log may not know yet that a new one runs. */
async function answering(
  deps: AppDeps,
  offer: OfferRecord,
  answer: 'accepted' | 'pending',
): Promise<string | undefined> {
  const logged = await currentPublication(deps, offer);
  if (logged?.status.endedAt === null) return logged.publicationId;
  const newest = deps.client.newestId(offer);
  // Somebody else's start may not name its publication, and then only a worker knows: the message is stored all the
  // same, and what has ended in the log has not got it.
  if (answer === 'pending') return newest.catch(() => undefined);
  return (await newest) ?? logged?.publicationId;
}
