import { beginningOf } from '../../certification/without-secrets';
import type { Finding } from '../../certification/finding';
import { offerFinding } from '../offer-finding';
import { applicationKey, packagesOf, plansOf, type VersionPart } from '../parts';
import { asArray, asObject } from '../walk';
import { plansOnceLive } from './once-live';
import type { OfferRule } from './rule';

const kindKey = applicationKey('skuType');

/** What customers deployed as a template does not become managed by its publisher, and the other way round. */
export const planKindKept: OfferRule = ({ document, ...live }) => {
  const plans = plansOnceLive(live);
  return plansOf(document).flatMap(({ planId, fields, path }): readonly Finding[] => {
    const before = plans.get(planId)?.[0]?.fields[kindKey];
    if (typeof before !== 'string' || fields[kindKey] === before) return [];
    const params = { plan: beginningOf(planId, 50) };
    const expected = beginningOf(before, 50);
    return [
      offerFinding({
        ruleId: 'offer.plan-kind-changed',
        path: [...path, kindKey],
        document,
        params,
        expected,
      }),
    ];
  });
};

/** Each version of a managed application says in which tenant its publisher is, and who there may do what. */
export const managementComplete: OfferRule = ({ document }) =>
  plansOf(document)
    .filter(({ fields }) => fields[kindKey] === 'managed-application')
    .flatMap(packagesOf)
    .flatMap(missingOf)
    .map((path) => offerFinding({ ruleId: 'offer.field-missing', path, document }));

function missingOf({ fields, path }: VersionPart): readonly (readonly (string | number)[])[] {
  const tenant = asObject(fields['packageVersion'])?.['tenantId'] ?? '';
  return [
    ...(tenant === '' ? [[...path, 'packageVersion', 'tenantId']] : []),
    ...(asArray(fields['authorizations']).length === 0 ? [[...path, 'authorizations']] : []),
  ];
}
