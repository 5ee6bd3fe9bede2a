import { type Context, Hono } from 'hono';
import { may } from '../../../domain/access/identity';
import type { OfferTypeId } from '../../../domain/offer/document';
import type { OfferKey } from '../../../domain/offer/ids';
import type { OfferRecord } from '../../../services/ports';
import { requirePagePermission } from '../../access/access';
import type { AppDeps } from '../../deps';
import { identityOf } from '../../access/identity';
import { languageOf } from '../../language';
import { offerKeyIn } from '../../offers/offer-key';
import { titleOf } from '../../offers/offer-title';
import { historyPage } from '../../offers/history-page';
import { wordsIn } from '../../words/words';
import { readForm } from '../forms';
import { NoticePage } from '../notice-page';
import { forPageOffer, notFoundPage } from '../page-offer';
import { ConfirmDiscard } from './discard-draft';
import { HistoryPage } from './history-page';
import { readAsked } from './read-asked';
import { type DiscardState, historyPath, type PageAsked, rowsOnPage, smallKinds } from './view';

/** `/history`, and `/discard`, which asks once before it does it. */
export function historyPageRoutes(deps: AppDeps): Hono {
  return new Hono()
    .get('/history', (context) => history(deps, context))
    .use('/discard', requirePagePermission('edit'))
    .get(
      '/discard',
      forPageOffer(deps, async (context, offer) =>
        context.html(<ConfirmDiscard offer={offer} words={wordsIn(languageOf(context), offer.offerType)} />),
      ),
    )
    .post('/discard', (context) => discard(deps, context));
}

/** Also of an offer that is gone: what happened to it can be read as long as the log is kept. */
async function history(deps: AppDeps, context: Context): Promise<Response> {
  const key = offerKeyIn(context);
  const asked = readAsked(context);
  if (key === undefined) return notFoundPage(context);
  if (asked === undefined) return context.redirect(historyPath(key), 303);
  const [offer, { events, next }, choices, cases] = await Promise.all([
    deps.catalogue.offers.find(key),
    historyPage(deps, key, {
      ...asked,
      limit: rowsOnPage,
      ...(isFolded(asked) && { exceptKinds: smallKinds }),
    }),
    deps.catalogue.history.choices(key),
    deps.catalogue.supportRequests.listOf(key),
  ]);
  if (offer === undefined && choices.kinds.length === 0) return notFoundPage(context);
  const state = await discardState(deps, context, { key, offer });
  const title = offer === undefined ? key.offerId : titleOf(offer);
  const shown = { ...key, ...(offer && { offerType: offer.offerType }) };
  const view = { offer: shown, title, asked, events, next, choices, cases, discard: state };
  return context.html(<HistoryPage view={view} words={wordsIn(languageOf(context), offer?.offerType)} />);
}

async function discardState(
  { catalogue }: AppDeps,
  context: Context,
  { key, offer }: { readonly key: OfferKey; readonly offer: OfferRecord | undefined },
): Promise<DiscardState> {
  if (offer === undefined) return 'gone';
  const why = await catalogue.offers.whyNotDiscard(key);
  if (why !== undefined) return why;
  return may(identityOf(context), 'edit', key.publisherId) ? 'possible' : 'mayNot';
}

/** Who asks for one kind of event gets it, whatever it is. */
const isFolded = ({ every, kind }: PageAsked): boolean => every === undefined && kind === undefined;

async function discard({ catalogue }: AppDeps, context: Context): Promise<Response> {
  const key = offerKeyIn(context);
  if (key === undefined) return notFoundPage(context);
  const { etag = '' } = await readForm(context);
  const { actor } = identityOf(context);
  const discarded = await catalogue.offers.discard(key, { actor, ifMatch: etag });
  switch (discarded.kind) {
    case 'discarded':
      // There it says so, and shows what remains.
      return context.redirect(historyPath(key), 303);
    case 'unknown':
      return notFoundPage(context);
    case 'conflict':
      return refused(context, key, 'discard.changed');
    case 'refused':
      return refused(
        context,
        { ...key, offerType: (await catalogue.offers.find(key))?.offerType },
        `discard.${discarded.why}`,
      );
  }
}

type Refusal = 'discard.changed' | 'discard.wasShown' | 'discard.runOpen';

type Refused = OfferKey & { readonly offerType?: OfferTypeId | undefined };

function refused(context: Context, key: Refused, help: Refusal): Response | Promise<Response> {
  const link = { href: historyPath(key), text: 'tab.history' } as const;
  const words = wordsIn(languageOf(context), key.offerType);
  return context.html(<NoticePage words={words} title="refused" help={help} link={link} />, 409);
}
