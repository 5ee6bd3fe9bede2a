import { type Context, Hono } from 'hono';
import { type Scenario, scenariosOf } from '../../../domain/product-page/scenarios';
import type { OfferRecord, PublicationRecord } from '../../../services/ports';
import { currentPublication } from '../../publication/current-publication';
import type { AppDeps } from '../../deps';
import { languageOf } from '../../language';
import { statusPath } from '../../offers/offer-key';
import { titleOf } from '../../offers/offer-title';
import { shownLive } from '../../product/access';
import { wordsIn } from '../../words/words';
import { forPageOffer } from '../page-offer';
import { ask } from './ask';
import { publicationView } from './publication-view';
import { StatusPage } from './status-page';
import type { Attempt, Notice, StatusView } from './view';

/** The first one is for people who cut an address off. */
export function statusPageRoutes(deps: AppDeps): Hono {
  return new Hono()
    .get(
      '/',
      forPageOffer(deps, async (context, offer) => context.redirect(statusPath(offer), 303)),
    )
    .get(
      '/status',
      forPageOffer(deps, (context, offer) => statusPage(deps, context, { offer })),
    )
    .get('/golive/confirm', ask(deps, 'goLive'))
    .get('/cancel/confirm', ask(deps, 'cancel'));
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
  const [publication, publications, liveLinks, scenarios, isNext] = await Promise.all([
    shown && publicationView(deps, context, { offer, shown }),
    attempts(deps, records),
    shownLive(deps, offer),
    scenariosToTry(deps, offer, shown),
    isStarting(deps, offer, records),
  ]);
  const made = { publication, publications, liveLinks, scenarios, isStarting: isNext };
  const view: StatusView = { offer, title: titleOf(offer), notice, ...made };
  const words = wordsIn(languageOf(context, shown?.status.language), offer.offerType);
  return context.html(
    <StatusPage view={view} words={words} />,
    notice?.kind === 'refused' ? notice.status : 200,
  );
}

/** Of what has just been listed; nothing before, and nothing of other types. */
async function scenariosToTry(
  { catalogue }: AppDeps,
  offer: OfferRecord,
  shown: PublicationRecord | undefined,
): Promise<readonly Scenario[]> {
  const { outcome, offerVersion = null } = shown?.status ?? {};
  if (outcome !== 'live' || offerVersion === null) return [];
  const version = await catalogue.offers.findVersion(offer, offerVersion);
  return version === undefined ? [] : scenariosOf(version.document);
}

/** Between the click and the first line of the log lie some moments; without workers, hours. */
async function isStarting(
  { catalogue }: AppDeps,
  offer: OfferRecord,
  records: readonly PublicationRecord[],
): Promise<boolean> {
  const operations = await catalogue.operations.listOf(offer);
  const newest = operations.find(({ kind }) => kind === 'publish');
  if (newest === undefined || newest.state !== 'running') return false;
  return !records.some(({ publicationId }) => publicationId === newest.publicationId);
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
