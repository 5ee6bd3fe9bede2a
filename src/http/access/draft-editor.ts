import type { MiddlewareHandler } from 'hono';
import { type Identity, may } from '../../domain/access/identity';
import type { OfferKey } from '../../domain/offer/ids';
import { mayEditDraft } from '../../domain/publication/draft-editors';
import type { AppDeps } from '../deps';
import { identityOf, visitorOf } from './identity';
import { offerKeyIn } from '../offers/offer-key';
import { forbiddenPage, signInNeededPage } from '../pages/access-pages';

/** As `mayEditDraft`. Looks the offer up for nobody but its reviewers, to whom it is no secret. */
export async function editsDraft(
  { catalogue }: Pick<AppDeps, 'catalogue'>,
  identity: Identity,
  offer: OfferKey,
): Promise<boolean> {
  if (may(identity, 'edit', offer.publisherId)) return true;
  if (!may(identity, 'review', offer.publisherId)) return false;
  const found = await catalogue.offers.find(offer);
  return found !== undefined && mayEditDraft(identity, found);
}

/** Pages that save the draft of `/:publisherId/.../:offerId`. */
export function requireDraftEditor(deps: AppDeps): MiddlewareHandler {
  return async (context, next) => {
    if (visitorOf(context) === undefined) return signInNeededPage(context);
    const offer = offerKeyIn(context);
    const isEditor = offer !== undefined && (await editsDraft(deps, identityOf(context), offer));
    return isEditor ? next() : forbiddenPage(context);
  };
}
