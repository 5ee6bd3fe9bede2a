import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { isOwnForm } from '../access';
import type { AppDeps } from '../deps';
import { languageOf } from '../language';
import { hasSession } from '../session';
import { wordsIn } from '../words/words';
import { AllOffersPage } from './all-offers-page';
import { formRoutes } from './forms';
import { LeadsPage } from './leads-page';
import { NoticePage } from './notice-page';
import { RulesPage } from './rules-page';
import { signInRoutes } from './sign-in';
import { statusPageRoutes } from './status/routes';
import { supportRoutes } from './support/routes';

/** The publisher's pages. Everything but the rules needs a session; everything that changes needs our own form. */
export function pageRoutes(deps: AppDeps): Hono {
  return new Hono()
    .route('/', signInRoutes(deps))
    .get('/docs/rules', (context) => context.html(<RulesPage words={wordsIn(languageOf(context))} />))
    .get('/docs/leads', (context) => context.html(<LeadsPage words={wordsIn(languageOf(context))} />))
    .use('/publishers/*', signedIn(deps), ownForms(deps))
    .get('/', signedIn(deps), (context) => allOffers(deps, context))
    .route('/publishers/:publisherId/offers/:offerId', statusPageRoutes(deps))
    .route('/publishers/:publisherId/offers/:offerId', formRoutes(deps))
    .route('/publishers/:publisherId/offers/:offerId', supportRoutes(deps));
}

async function allOffers({ catalogue }: AppDeps, context: Context): Promise<Response> {
  const offers = await catalogue.offers.list();
  return context.html(<AllOffersPage offers={offers} words={wordsIn(languageOf(context))} />);
}

/** Pages for reading say how to sign in; forms from elsewhere are refused by {@link ownForms}. */
function signedIn(deps: AppDeps): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.method !== 'GET' || hasSession(context, deps)) return next();
    const link = { href: context.req.path, text: 'continue' } as const;
    const words = wordsIn(languageOf(context));
    return context.html(<NoticePage words={words} title="signInNeeded" help="signInHelp" link={link} />, 401);
  };
}

function ownForms(deps: AppDeps): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.method === 'GET' || isOwnForm(context, deps)) return next();
    const words = wordsIn(languageOf(context));
    return context.html(<NoticePage words={words} title="refused" help="foreignForm" />, 403);
  };
}
