import type { Context, MiddlewareHandler } from 'hono';
import { may } from '../../domain/access/identity';
import type { Permission } from '../../domain/access/role';
import type { OfferKey } from '../../domain/offer/ids';
import { currentPublication } from '../publication/current-publication';
import type { AppDeps } from '../deps';
import { identityOf } from '../access/identity';
import { offerKeyIn } from '../offers/offer-key';

/** What one must be allowed to do to decide: the running publication's pipeline says. */
export async function approversOf(deps: AppDeps, key: OfferKey): Promise<Permission> {
  const offer = await deps.catalogue.offers.find(key);
  const publication = offer && (await currentPublication(deps, offer));
  return publication?.status.pipeline?.review?.approvers ?? 'review';
}

/** Stands behind a guard that asked for `read`, so that outsiders learn nothing here. */
export function requireApprover(
  deps: AppDeps,
  forbidden: (context: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  return async (context, next) => {
    const key = offerKeyIn(context);
    if (key === undefined) return forbidden(context);
    const permission = await approversOf(deps, key);
    return may(identityOf(context), permission, key.publisherId) ? next() : forbidden(context);
  };
}
