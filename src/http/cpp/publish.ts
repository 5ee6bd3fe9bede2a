import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { PublishAnswer } from '../../client';
import { judge } from '../../domain/certification/finding';
import { longestNotes } from '../../domain/publication/certification-notes';
import { readEmailList } from '../../domain/publication/commands';
import type { OfferRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { apiError, validationError } from '../refusals/errors';
import { findingDetails } from '../publication/finding-details';
import { identityOf } from '../access/identity';
import { askedLanguage, languageOf } from '../language';
import { cppApi } from '../openapi/api';
import { offerParams } from '../openapi/params-schema';
import { provideAddresses } from '../publication/provide-addresses';
import { validateDraft } from '../offers/validate-draft';
import { cppAnswers } from './answers-schema';
import { bodyOf, readBody } from './body';
import { guard } from './guard';
import { forOffer } from './offer-route';
import { acceptedWith } from './operation-answer';
import { idempotencyKeyOf } from '../idempotency/idempotency-key';
import { earlierRequest, requestIdField, requestIdFor, usedElsewhere } from './request-id';
import { versionQuery } from './request-schema';
import { acceptedJson } from './status-schema';

const notificationEmails = z
  .union([z.string(), z.array(z.string())])
  .nullish()
  .meta({
    description:
      '1 to 20 addresses; without any the publication asks for one, which publishing again can bring.',
    examples: ['a@x.com,b@y.com'],
  });

const certificationNotes = z
  .string()
  .trim()
  .max(longestNotes, { error: `must be at most ${longestNotes} characters.` })
  .nullish()
  .meta({ description: 'For reviewers, e.g. how to sign in to a demo.', examples: ['Sign in as demo.'] });

const publishBody = z.looseObject({
  metadata: z
    .looseObject({ 'notification-emails': notificationEmails, 'certification-notes': certificationNotes })
    .nullish(),
  requestId: requestIdField,
});

const route = createRoute({
  method: 'post',
  path: '/publishers/{publisherId}/offers/{offerId}/publish',
  operationId: 'cppPublish',
  tags: ['Cloud Partner Portal'],
  summary: 'Publishes the draft of an offer',
  description:
    'The draft is checked first; what fails starts nothing. The same draft again is the same publication.',
  middleware: guard('publish'),
  request: { params: offerParams, query: versionQuery, body: bodyOf(publishBody) },
  responses: cppAnswers({ 202: acceptedJson }, 'PublicationRunning', 'ValidationFailed'),
});

/** `POST .../publish`: the draft is checked first; what fails starts no run, freezes no version, sends no mail. */
export const publishRoutes = (deps: AppDeps): OpenAPIHono =>
  cppApi().openapi(
    route,
    forOffer(deps, async (context, offer) => {
      const read = await readBody(context, publishBody);
      if (read.kind === 'refused') return read.answer;
      const emails = emailsIn(read.body.metadata?.['notification-emails']);
      if (emails === undefined) {
        const why = 'metadata.notification-emails must be 1 to 20 e-mail addresses, separated by commas.';
        return apiError(context, 'BadRequest', why);
      }
      const { requestId } = read.body;
      const asked = {
        offer,
        emails,
        notes: read.body.metadata?.['certification-notes'] ?? '',
        requestId: await requestIdFor(deps, context, { offer, kind: 'publish', given: requestId }),
        isRepeatable: (requestId ?? idempotencyKeyOf(context)) !== undefined,
      };
      return (await answeredBefore(deps, context, asked)) ?? publish(deps, context, asked);
    }),
  );

type Asked = {
  readonly offer: OfferRecord;
  readonly emails: readonly string[];
  /** For reviewers; may be empty. */
  readonly notes: string;
  /** Becomes the publication's own id. */
  readonly requestId: string;
  /** The caller gave the id, and may come again with it. */
  readonly isRepeatable: boolean;
};

/** A lost answer is given again, also when its publication has long ended. */
async function answeredBefore(
  deps: AppDeps,
  context: Context,
  { offer, emails, requestId }: Asked,
): Promise<Response | undefined> {
  const earlier = await earlierRequest(deps, offer, { kind: 'publish', requestId });
  if (earlier.kind === 'other') return apiError(context, 'BadRequest', usedElsewhere(requestId));
  if (earlier.kind === 'none') return undefined;
  if (earlier.kind === 'same') {
    const { publicationId } = earlier.operation;
    await provideAddresses(deps, context, { offer, publicationId, emails });
    return acceptedWith(context, { ...earlier.operation, offer }, 'alreadyRunning');
  }
  const ids = { operationId: requestId, publicationId: requestId };
  return accept(deps, context, { offer, ...ids, state: 'alreadyRunning' });
}

async function publish(deps: AppDeps, context: Context, asked: Asked): Promise<Response> {
  const { offer, emails, notes, requestId, isRepeatable } = asked;
  const findings = await validateDraft(deps, offer);
  if (judge(findings) === 'failed') {
    const details = findingDetails(findings, languageOf(context));
    const message = `${offer.publisherId}/${offer.offerId} cannot be published yet: correct the ${findings.length} finding(s) in its draft, then publish again.`;
    return validationError(context, message, details);
  }
  const { publisherId, offerId, offerType, etag } = offer;
  const language = askedLanguage(context);
  const answer = await deps.client.publish({
    publisherId,
    offerId,
    offerType,
    draftEtag: etag,
    publicationId: requestId,
    requestedBy: identityOf(context).actor,
    ...(language === undefined ? {} : { language }),
    ...(emails.length === 0 ? {} : { notificationEmails: emails }),
    ...(notes === '' ? {} : { certificationNotes: notes }),
  });
  const { publicationId } = answer;
  if (answer.kind === 'refused' && publicationId !== requestId) {
    return apiError(context, 'PublicationRunning', whyNotNow(`${publisherId}/${offerId}`, answer));
  }
  const state = answer.kind === 'started' ? 'started' : 'alreadyRunning';
  if (state === 'alreadyRunning') await provideAddresses(deps, context, { offer, publicationId, emails });
  // Published again from the same draft it is the same operation, unless the caller has named this one.
  const operationId = isRepeatable ? requestId : publicationId;
  return accept(deps, context, { offer, operationId, publicationId, state });
}

const whyNotNow = (
  offer: string,
  { code, publicationId }: Extract<PublishAnswer, { kind: 'refused' }>,
): string =>
  code === 'publicationClosing'
    ? `Publication ${publicationId} of ${offer} has ended, but not all of its mails are sent yet. Publish again in a minute.`
    : `${offer} is being published from an earlier draft (publication ${publicationId}). Wait until it ends or cancel it at sign-off, then publish the changed draft.`;

type Accepted = {
  readonly offer: OfferRecord;
  readonly operationId: string;
  readonly publicationId: string;
  readonly state: 'started' | 'alreadyRunning';
};

async function accept(
  deps: AppDeps,
  context: Context,
  { offer, operationId, publicationId, state }: Accepted,
): Promise<Response> {
  const { publisherId, offerId } = offer;
  const operation = { operationId, kind: 'publish', publisherId, offerId, publicationId } as const;
  await deps.catalogue.operations.create({ ...operation, actor: identityOf(context).actor });
  return acceptedWith(context, { offer, operationId, publicationId }, state);
}

function emailsIn(given: z.output<typeof notificationEmails>): readonly string[] | undefined {
  return given === undefined || given === null || given.length === 0 ? [] : readEmailList(given);
}
