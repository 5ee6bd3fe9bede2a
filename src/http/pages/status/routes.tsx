import { type Context, Hono } from 'hono';
import { decide } from '../../../domain/publication/decide';
import type { PublicationStatus } from '../../../domain/publication/status';
import type { OfferRecord, PublicationRecord } from '../../../services/ports';
import { portalActor } from '../../access';
import { currentPublication } from '../../current-publication';
import type { AppDeps } from '../../deps';
import { fullStatus } from '../../full-status';
import { languageOf } from '../../language';
import { titleOf } from '../../offer-title';
import { personalPreviewLinks } from '../../preview-links';
import { shownLive } from '../../product/access';
import { wordsIn } from '../../words/words';
import { forPageOffer } from '../page-offer';
import { StatusPage } from './status-page';
import type { Attempt, Notice, PublicationView, StatusView } from './view';

export function statusPageRoutes(deps: AppDeps): Hono {
  return new Hono().get(
    '/status',
    forPageOffer(deps, (context, offer) => statusPage(deps, context, { offer })),
  );
}

type Shown = { readonly offer: OfferRecord; readonly notice?: Notice };

/** The status page, after a form with a notice of what came of it. */
export async function statusPage(
  deps: AppDeps,
  context: Context,
  { offer, notice }: Shown,
): Promise<Response> {
  const records = await deps.catalogue.publications.listOf(offer);
  const asked = records.find(({ publicationId }) => publicationId === context.req.query('publication'));
  const shown = asked ?? (await currentPublication(deps, offer));
  const [publication, publications, liveLinks] = await Promise.all([
    shown && publicationView(deps, offer, shown),
    attempts(deps, records),
    shownLive(deps, offer),
  ]);
  const view: StatusView = { offer, title: titleOf(offer), publication, publications, liveLinks, notice };
  const words = wordsIn(languageOf(context, shown?.status.language));
  return context.html(<StatusPage view={view} words={words} />, notice?.kind === 'refused' ? 409 : 200);
}

async function publicationView(
  deps: AppDeps,
  offer: OfferRecord,
  { publicationId, status }: PublicationRecord,
): Promise<PublicationView> {
  const now = deps.clock();
  const [full, progress, previewLinks] = await Promise.all([
    fullStatus(deps, status),
    deps.catalogue.publications.progress(publicationId),
    personalPreviewLinks(deps, offer, status),
  ]);
  return {
    status: full,
    progress,
    previewLinks,
    now,
    canGoLive: wouldAccept(status, 'goLive', now),
    canCancel: wouldAccept(status, 'cancel', now),
  };
}

/** Asks the publication's own decision table, so that the button and the answer cannot differ. */
function wouldAccept(status: PublicationStatus, name: 'goLive' | 'cancel', now: Date): boolean {
  const command = { name, actor: portalActor, requestId: 'would-it-go' };
  return decide(status, command, now.toISOString()).answer.kind === 'accepted';
}

async function attempts(
  { catalogue }: AppDeps,
  records: readonly PublicationRecord[],
): Promise<readonly Attempt[]> {
  const actors = await catalogue.operations.actorsOf(records.map(({ publicationId }) => publicationId));
  return records.map(({ publicationId, status }) => ({
    status,
    isStarterKnown: actors.get(publicationId) === status.requestedBy,
  }));
}
