import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { judge } from '../../domain/certification/finding';
import { readEmailList } from '../../domain/publication/commands';
import type { OfferRecord } from '../../services/ports';
import { apiActor } from '../access';
import type { AppDeps } from '../deps';
import { apiError, validationError } from '../errors';
import { findingDetails } from '../finding-details';
import { type JsonBody, isJsonObject, readJsonBody } from '../json-body';
import { askedLanguage, languageOf } from '../language';
import { validateDraft } from '../validate-draft';
import { forOffer } from './offer-route';
import { acceptedWith } from './operation-answer';

/** `POST .../publish`: the draft is checked first; what fails starts no run, freezes no version, sends no mail. */
export function publishRoutes(deps: AppDeps): Hono {
  return new Hono().post(
    '/publish',
    forOffer(deps, async (context, offer) => {
      const asked = readPublishBody(await readJsonBody(context));
      if (asked.kind === 'bad') return apiError(context, 'BadRequest', asked.why);
      const findings = await validateDraft(deps, offer);
      if (judge(findings) === 'failed') {
        const details = findingDetails(findings, languageOf(context));
        const message = `${offer.publisherId}/${offer.offerId} cannot be published yet: correct the ${findings.length} finding(s) in its draft, then publish again.`;
        return validationError(context, message, details);
      }
      return start(deps, context, { offer, emails: asked.emails });
    }),
  );
}

type Start = { readonly offer: OfferRecord; readonly emails: readonly string[] };

async function start(deps: AppDeps, context: Context, { offer, emails }: Start): Promise<Response> {
  const { publisherId, offerId, offerType, etag } = offer;
  const language = askedLanguage(context);
  const answer = await deps.client.publish({
    publisherId,
    offerId,
    offerType,
    draftEtag: etag,
    publicationId: randomUUID(),
    requestedBy: apiActor,
    ...(language === undefined ? {} : { language }),
    ...(emails.length === 0 ? {} : { notificationEmails: emails }),
  });
  const { publicationId } = answer;
  if (answer.kind === 'refused') {
    const message = `${publisherId}/${offerId} is being published from an earlier draft (publication ${publicationId}). Wait until it ends or cancel it at sign-off, then publish the changed draft.`;
    return apiError(context, 'PublicationRunning', message);
  }
  const operation = {
    operationId: publicationId,
    kind: 'publish',
    publisherId,
    offerId,
    publicationId,
  } as const;
  await deps.catalogue.operations.create({ ...operation, actor: apiActor });
  return acceptedWith(context, operation, { state: answer.kind });
}

type PublishBody =
  | { readonly kind: 'read'; readonly emails: readonly string[] }
  | { readonly kind: 'bad'; readonly why: string };

/** `{ metadata: { "notification-emails": "a@x,b@y" } }`; without addresses the publication asks for one. */
function readPublishBody(body: JsonBody): PublishBody {
  if (body.kind === 'bad') return body;
  const metadata = body.kind === 'empty' ? undefined : body.value['metadata'];
  const given = isJsonObject(metadata) ? metadata['notification-emails'] : undefined;
  if (given === undefined || given === null || given === '') return { kind: 'read', emails: [] };
  const emails = readEmailList(given);
  if (emails !== undefined) return { kind: 'read', emails };
  return {
    kind: 'bad',
    why: 'metadata.notification-emails must be 1 to 20 e-mail addresses, separated by commas.',
  };
}
