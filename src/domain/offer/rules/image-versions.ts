import type { Finding } from '../../certification/finding';
import { imageVersionPattern } from '../image-version';
import { offerFinding } from '../offer-finding';
import { imagesOf, machineKey, plansOf } from '../parts';
import { asObject } from '../walk';
import type { OfferRule } from './rule';

const mostVersions = 8;

/** Image versions are named `X.Y.Z`. */
export const imageVersionNames: OfferRule = ({ document }) =>
  plansOf(document)
    .flatMap(imagesOf)
    .filter(({ version }) => !imageVersionPattern.test(version))
    .map(({ path, version }) =>
      offerFinding({
        ruleId: 'offer.image-version-invalid',
        path,
        document,
        params: { version: version.slice(0, 32) },
        expected: 'X.Y.Z',
        actual: version.slice(0, 32),
      }),
    );

/** A plan has 1 to 8 of them: to add a ninth, drop the oldest. */
export const imageVersionCount: OfferRule = ({ document }) =>
  plansOf(document).flatMap((plan): readonly Finding[] => {
    const key = machineKey('vmImages');
    const images = asObject(plan.fields[key]);
    // Missing or of a wrong type is the schema's to report.
    if (images === undefined) return [];
    const count = Object.keys(images).length;
    if (count >= 1 && count <= mostVersions) return [];
    return [
      offerFinding({
        ruleId: count === 0 ? 'offer.image-missing' : 'offer.image-versions-too-many',
        path: [...plan.path, key],
        document,
        params: { plan: plan.planId.slice(0, 50), count, limit: mostVersions },
        expected: count === 0 ? '>= 1' : `<= ${mostVersions}`,
        actual: String(count),
      }),
    ];
  });
