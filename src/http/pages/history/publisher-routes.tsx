import { type Context, Hono } from 'hono';
import { isId } from '../../../domain/offer/ids';
import { requirePagePermission } from '../../access/access';
import type { AppDeps } from '../../deps';
import { languageOf } from '../../language';
import { historyPage } from '../../offers/history-page';
import { wordsIn } from '../../words/words';
import { notFoundPage } from '../page-offer';
import { PublisherHistoryPage } from './publisher-page';
import { readAsked } from './read-asked';
import { historyPath, rowsOnPage } from './view';

/** `/publishers/{publisherId}/history`, for those who see the publisher's tokens. */
export function publisherHistoryPageRoutes(deps: AppDeps): Hono {
  return new Hono().get('/history', requirePagePermission('manage'), (context) => history(deps, context));
}

async function history(deps: AppDeps, context: Context): Promise<Response> {
  const publisherId = context.req.param('publisherId');
  if (!isId(publisherId)) return notFoundPage(context);
  const own = { publisherId, offerId: '' };
  const asked = readAsked(context);
  if (asked === undefined) return context.redirect(historyPath(own), 303);
  const [publisher, { events, next }, choices] = await Promise.all([
    deps.catalogue.publishers.find(publisherId),
    historyPage(deps, own, { ...asked, limit: rowsOnPage }),
    deps.catalogue.history.choices(own),
  ]);
  if (publisher === undefined) return notFoundPage(context);
  const view = { offer: own, title: publisher.displayText, asked, events, next, choices };
  return context.html(<PublisherHistoryPage view={view} words={wordsIn(languageOf(context))} />);
}
