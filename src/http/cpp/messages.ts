import { readTime } from '../../domain/publication/read-time';
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { ClientAnswer } from '../../client';
import type { OfferRecord } from '../../services/ports';
import { apiActor } from '../access';
import { currentPublication } from '../current-publication';
import type { AppDeps } from '../deps';
import { apiError } from '../errors';
import { type JsonObject, readJsonBody } from '../json-body';
import { languageOf } from '../language';
import { refusalOf } from '../refusal';
import { forOffer } from './offer-route';
import { acceptedWith } from './operation-answer';

/** `POST .../golive` and `POST .../cancel`; the body is optional: `{ requestId, notBefore }`, `{ requestId, reason }`. */
export function messageRoutes(deps: AppDeps): Hono {
  const { client } = deps;
  return new Hono()
    .post(
      '/golive',
      forOffer(deps, (context, offer) =>
        send(deps, context, {
          offer,
          kind: 'goLive',
          send: (message, { notBefore }) =>
            client.goLive(offer, { ...message, ...(notBefore && { notBefore }) }),
        }),
      ),
    )
    .post(
      '/cancel',
      forOffer(deps, (context, offer) =>
        send(deps, context, {
          offer,
          kind: 'cancel',
          send: (message, { reason }) => client.cancel(offer, { ...message, ...(reason && { reason }) }),
        }),
      ),
    );
}

type Sending = {
  readonly offer: OfferRecord;
  readonly kind: 'goLive' | 'cancel';
  readonly send: (
    message: { readonly actor: string; readonly requestId: string },
    body: { readonly notBefore?: string; readonly reason?: string },
  ) => Promise<ClientAnswer>;
};

async function send(deps: AppDeps, context: Context, sending: Sending): Promise<Response> {
  const body = await readJsonBody(context);
  if (body.kind === 'bad') return apiError(context, 'BadRequest', body.why);
  const asked = readMessage(body.kind === 'empty' ? {} : body.value);
  if (asked.kind === 'bad') return apiError(context, 'BadRequest', asked.why);
  const { offer, kind } = sending;
  const { requestId, ...fields } = asked.message;
  const answer = await sending.send({ actor: apiActor, requestId }, fields);
  const publication = await currentPublication(deps, offer);
  if (answer.kind === 'refused' || answer.kind === 'noPublication') {
    const refusal = refusalOf(answer, { kind, status: publication?.status, language: languageOf(context) });
    return apiError(context, refusal.code, refusal.message);
  }
  const { publisherId, offerId } = offer;
  const publicationId = publication?.publicationId ?? '';
  const operation = { operationId: requestId, kind, publisherId, offerId, publicationId };
  await deps.catalogue.operations.create({ ...operation, actor: apiActor });
  return acceptedWith(context, operation, { state: answer.kind });
}

type MessageFields = { readonly requestId: string; readonly notBefore?: string; readonly reason?: string };
type ReadMessage =
  { readonly kind: 'read'; readonly message: MessageFields } | { readonly kind: 'bad'; readonly why: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function readMessage({ requestId = randomUUID(), notBefore, reason }: JsonObject): ReadMessage {
  if (typeof requestId !== 'string' || !uuid.test(requestId)) return bad('requestId must be a UUID.');
  const time = readTime(notBefore);
  if (notBefore !== undefined && time === undefined) {
    return bad('notBefore must be a time with a zone, like 2027-01-31T09:00:00Z.');
  }
  if (reason !== undefined && typeof reason !== 'string') return bad('reason must be a text.');
  return {
    kind: 'read',
    message: {
      requestId: requestId.toLowerCase(),
      ...(time === undefined ? {} : { notBefore: time }),
      ...(reason === undefined ? {} : { reason: reason.slice(0, 500) }),
    },
  };
}

const bad = (why: string): ReadMessage => ({ kind: 'bad', why });
