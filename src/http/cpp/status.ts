import { Hono } from 'hono';
import { type RenderMessage, toCppStatus } from '../../domain/publication/cpp-status';
import { stepPercentages } from '../../domain/publication/step-items';
import type { Language } from '../../domain/text/language';
import { messageText } from '../../domain/text/publication';
import type { OfferRecord, PublicationRecord } from '../../services/ports';
import { currentPublication } from '../current-publication';
import type { AppDeps } from '../deps';
import { apiError } from '../errors';
import { escapeHtml } from '../../domain/text/mail-blocks';
import { fullStatus } from '../full-status';
import { languageOf } from '../language';
import { personalPreviewLinks } from '../preview-links';
import { publicationAnswer } from '../publication-answer';
import { forOffer } from './offer-route';

/** `GET .../status` in CPP's shape; `GET .../publication` in our own, with bytes and links. */
export function statusRoutes(deps: AppDeps): Hono {
  return new Hono()
    .get(
      '/status',
      forOffer(deps, async (context, offer) => {
        const publication = await currentPublication(deps, offer);
        if (publication === undefined) return context.json(neverPublished(offer));
        return context.json(await cppStatusOf(deps, publication, languageOf(context)));
      }),
    )
    .get(
      '/publication',
      forOffer(deps, async (context, offer) => {
        const asked = context.req.query('publicationId');
        const publication =
          asked === undefined
            ? await currentPublication(deps, offer)
            : (await deps.catalogue.publications.listOf(offer)).find((each) => each.publicationId === asked);
        if (publication !== undefined) return context.json(await publicationAnswer(deps, offer, publication));
        const name = `${offer.publisherId}/${offer.offerId}`;
        return asked === undefined
          ? apiError(context, 'NeverPublished', `${name} has never been published.`)
          : apiError(context, 'NotFound', `${name} has no publication ${asked.slice(0, 50)} yet.`);
      }),
    );
}

export async function cppStatusOf(
  deps: AppDeps,
  { publicationId, publisherId, offerId, status }: PublicationRecord,
  language: Language,
): Promise<ReturnType<typeof toCppStatus>> {
  const [full, progress, personal] = await Promise.all([
    fullStatus(deps, status),
    deps.catalogue.publications.progress(publicationId),
    personalPreviewLinks(deps, { publisherId, offerId }, status),
  ]);
  const [stored] = status.previewLinks;
  const previewLinks = personal.map(({ subscription, uri }) => ({
    text: `${stored?.text ?? 'Preview'} (${subscription})`,
    uri,
  }));
  const render: RenderMessage = ({ message }) => escapeHtml(messageText(message, language));
  return toCppStatus({ ...full, previewLinks }, render, stepPercentages(full, progress));
}

const neverPublished = ({ status }: OfferRecord): ReturnType<typeof toCppStatus> => ({
  status,
  messages: [],
  publishingVersion: 0,
  offerVersion: 0,
  cancellationRequestState: 'cannotCancel',
  steps: [],
  previewLinks: [],
  liveLinks: [],
  notificationEmails: '',
});
