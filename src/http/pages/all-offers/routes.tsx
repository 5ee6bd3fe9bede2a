import { type Context, Hono } from 'hono';
import { mayDo } from '../../../domain/access/role';
import { isId } from '../../../domain/offer/ids';
import { requireSignIn } from '../../access/access';
import type { AppDeps } from '../../deps';
import { identityOf } from '../../access/identity';
import { languageOf } from '../../language';
import { filterFor, type ListAsked, listPage } from '../../offers/list-page';
import { listFilter } from '../../offers/list-schema';
import { wordsIn } from '../../words/words';
import { forbiddenPage } from '../access-pages';
import { AllOffersPage } from './all-offers-page';

const rowsOnPage = 50;

/** All offers that the reader reaches: the portal's first page. */
export function allOffersRoutes(deps: AppDeps): Hono {
  return new Hono()
    .get('/', requireSignIn(), (context) => allOffers(deps, context))
    .get('/offers/new', requireSignIn(), newOffer)
    .get('/publishers/:publisherId/offers', ofPublisher);
}

async function allOffers(deps: AppDeps, context: Context): Promise<Response> {
  const asked = readAsked(context);
  // Nothing of ours leads here: an address that somebody has put together.
  if (asked === undefined) return context.redirect('/', 303);
  const visitor = identityOf(context);
  const filter = filterFor(visitor, asked);
  if (filter === undefined) return forbiddenPage(context);
  const [page, counts] = await Promise.all([
    listPage(deps, filter, asked),
    deps.catalogue.offerLists.counts({ ...filter, situation: undefined }),
  ]);
  if (page === undefined) return context.redirect('/', 303);
  const view = {
    asked,
    page,
    counts,
    ownPublisher: visitor.publisherId,
    mayEdit: mayDo(visitor.role, 'edit'),
    mayManage: mayDo(visitor.role, 'manage'),
    query: queryOf(context),
  };
  return context.html(<AllOffersPage view={view} words={wordsIn(languageOf(context))} />);
}

/** A form sends every field, also the empty ones; ids are typed as people write them. */
function readAsked(context: Context): ListAsked | undefined {
  const fields = Object.entries(context.req.query())
    .map(([name, value]) => [name, name === 'publisher' ? value.trim().toLowerCase() : value.trim()] as const)
    .filter(([, value]) => value !== '');
  const read = listFilter.safeParse(Object.fromEntries(fields));
  return read.success ? { ...read.data, limit: rowsOnPage } : undefined;
}

/** Nothing of ours leads there: an address with its end cut off. */
function ofPublisher(context: Context): Response {
  const publisherId = context.req.param('publisherId');
  return context.redirect(isId(publisherId) ? `/?publisher=${publisherId}` : '/', 303);
}

function queryOf(context: Context): string {
  const query = new URLSearchParams(new URL(context.req.url).search);
  query.delete('lang');
  return query.toString();
}

/** Who reaches every publisher says in a form for which one the new offer is. */
function newOffer(context: Context): Response {
  const publisher = (context.req.query('publisher') ?? '').trim().toLowerCase();
  return context.redirect(isId(publisher) ? newOfferPath(publisher) : '/', 303);
}

export const newOfferPath = (publisherId: string): string => `/publishers/${publisherId}/offers/new`;
