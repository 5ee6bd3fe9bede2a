import { Hono } from 'hono';
import { requirePagePermission, requireSignIn } from '../access/access';
import type { AppDeps } from '../deps';
import { languageOf } from '../language';
import { wordsIn } from '../words/words';
import { allOffersRoutes } from './all-offers/routes';
import { comparePageRoutes } from './compare/routes';
import { editorRoutes } from './editor/routes';
import { sasHelperRoutes } from './editor/sas-helper';
import { formRoutes } from './forms';
import { publisherHistoryPageRoutes } from './history/publisher-routes';
import { historyPageRoutes } from './history/routes';
import { LeadsPage } from './leads-page';
import { ProblemsPage } from './problems-page';
import { reviewQueuePageRoutes } from './review/queue-routes';
import { reviewPageRoutes } from './review/routes';
import { RulesPage } from './rules-page';
import { signInRoutes } from './sign-in';
import { stagedPageRoutes } from './staged/routes';
import { statusPageRoutes } from './status/routes';
import { supportRoutes } from './support/routes';

/** The publisher's pages. Everything but the rules needs a session; everything that changes needs our own form. */
export function pageRoutes(deps: AppDeps): Hono {
  return new Hono()
    .route('/', signInRoutes(deps))
    .route('/docs/sas', sasHelperRoutes(deps))
    .get('/docs/rules', (context) => context.html(<RulesPage words={wordsIn(languageOf(context))} />))
    .get('/docs/problems', (context) => context.html(<ProblemsPage words={wordsIn(languageOf(context))} />))
    .get('/docs/leads', (context) => context.html(<LeadsPage words={wordsIn(languageOf(context))} />))
    .use('/publishers/:publisherId/*', requireSignIn(), requirePagePermission('read'))
    .route('/', allOffersRoutes(deps))
    .route('/', reviewQueuePageRoutes(deps))
    .route('/publishers/:publisherId', publisherHistoryPageRoutes(deps))
    .route('/publishers/:publisherId/offers', editorRoutes(deps))
    .route('/publishers/:publisherId/offers/:offerId', statusPageRoutes(deps))
    .route('/publishers/:publisherId/offers/:offerId', historyPageRoutes(deps))
    .route('/publishers/:publisherId/offers/:offerId', stagedPageRoutes(deps))
    .route('/publishers/:publisherId/offers/:offerId', comparePageRoutes(deps))
    .route('/publishers/:publisherId/offers/:offerId', reviewPageRoutes(deps))
    .route('/publishers/:publisherId/offers/:offerId', formRoutes(deps))
    .route('/publishers/:publisherId/offers/:offerId', supportRoutes(deps));
}
