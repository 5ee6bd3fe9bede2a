import { beginningOf } from '../../certification/without-secrets';
import type { Finding } from '../../certification/finding';
import { offerFinding } from '../offer-finding';
import { plansOf, type PlanPart } from '../parts';
import { isPrivate } from '../private-plans';
import { plansOnceLive } from './once-live';
import type { OfferRule } from './rule';

/** Ids are for ever. A live plan that is gone may be meant, or be a renamed one: a warning. */
export const livePlansKept: OfferRule = ({ document, previous }) => {
  if (previous === undefined) return [];
  const present = new Set(plansOf(document).map(({ planId }) => planId));
  return plansOf(previous)
    .filter(({ planId }) => planId !== '' && !present.has(planId))
    .map(({ planId }) =>
      offerFinding({
        ruleId: 'offer.live-plan-removed',
        path: ['definition', 'plans'],
        document,
        severity: 'warning',
        params: { plan: beginningOf(planId, 50) },
        expected: beginningOf(planId, 50),
      }),
    );
};

/** A plan that everybody may buy never becomes private; the other way round is fine. */
export const publicPlansStayPublic: OfferRule = ({ document, ...live }) => {
  const plans = plansOnceLive(live);
  const wasOpen = ({ planId }: PlanPart): boolean => {
    const [newest] = plans.get(planId) ?? [];
    return newest !== undefined && !isPrivate(newest);
  };
  return plansOf(document)
    .filter((plan) => isPrivate(plan) && wasOpen(plan))
    .map(({ planId, path }): Finding => {
      const params = { plan: beginningOf(planId, 50) };
      const place = [...path, 'restrictedAudience'];
      return offerFinding({ ruleId: 'offer.plan-made-private', path: place, document, params });
    });
};
