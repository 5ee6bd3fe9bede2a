import { type Context, Hono } from 'hono';
import { may } from '../../../domain/access/identity';
import { sortedIntoParts } from '../../../domain/offer/staged/walkthrough';
import { scenariosOf } from '../../../domain/product-page/scenarios';
import { termsOf } from '../../../domain/publication/terms';
import type { OfferRecord } from '../../../services/ports';
import { currentPublication } from '../../publication/current-publication';
import type { AppDeps } from '../../deps';
import { identityOf } from '../../access/identity';
import { languageOf } from '../../language';
import { titleOf } from '../../offers/offer-title';
import { validateDraft } from '../../offers/validate-draft';
import { wordsIn } from '../../words/words';
import { forPageOffer, notFoundPage } from '../page-offer';
import { publicationView } from '../status/publication-view';
import { PublishPage } from './publish-page';
import { WalkthroughPage } from './walkthrough-page';

/** `/walkthrough` and `/publish`: only the 2015 portal has them. */
export function stagedPageRoutes(deps: AppDeps): Hono {
  return new Hono()
    .get('/walkthrough', forStagedOffer(deps, walkthroughPage))
    .get('/publish', forStagedOffer(deps, publishPage));
}

type Show = (deps: AppDeps, context: Context, offer: OfferRecord) => Promise<Response>;

const forStagedOffer = (deps: AppDeps, show: Show): ((context: Context) => Promise<Response>) =>
  forPageOffer(deps, (context, offer) =>
    termsOf(offer.offerType) === 'staging' ? show(deps, context, offer) : notFoundPage(context),
  );

async function walkthroughPage(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const [findings, shown] = await Promise.all([validateDraft(deps, offer), currentPublication(deps, offer)]);
  const view = {
    offer,
    title: titleOf(offer),
    checks: sortedIntoParts(findings),
    mayPublish: may(identityOf(context), 'publish', offer.publisherId),
    isOpen: shown !== undefined && shown.status.endedAt === null,
  };
  return context.html(<WalkthroughPage view={view} words={wordsIn(languageOf(context), offer.offerType)} />);
}

async function publishPage(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const shown = await currentPublication(deps, offer);
  const publication = shown && (await publicationView(deps, context, { offer, shown }));
  const offerVersion = shown?.status.offerVersion ?? null;
  const version =
    offerVersion === null ? undefined : await deps.catalogue.offers.findVersion(offer, offerVersion);
  const view = {
    offer,
    title: titleOf(offer),
    publication,
    scenarios: version === undefined ? [] : scenariosOf(version.document),
  };
  const words = wordsIn(languageOf(context, shown?.status.language), offer.offerType);
  return context.html(<PublishPage view={view} words={words} />);
}
