import { beginningOf } from '../../certification/without-secrets';
import type { Finding } from '../../certification/finding';
import type { OfferDocument } from '../document';
import { offerFinding } from '../offer-finding';
import { imagesOf, plansOf, type VersionPart, type PlanPart } from '../parts';
import { asArray, asObject } from '../walk';
import { plansOnceLive } from './once-live';
import type { OfferRule } from './rule';

/** LUNs run 0, 1, 2, ... in this order: any other order maps disks wrongly in the customer's machine. */
export const dataDiskOrder: OfferRule = ({ document }) =>
  plansOf(document)
    .flatMap(imagesOf)
    .flatMap((image) => misplacedDisk(image, document));

function misplacedDisk(image: VersionPart, document: OfferDocument): readonly Finding[] {
  const luns = asArray(image.fields['lunVhdDetails']).map((disk) => asObject(disk)?.['lun']);
  const index = luns.findIndex((lun, at) => String(lun) !== String(at));
  // A LUN that is missing or no number is the schema's to report.
  if (index === -1 || !/^\d+$/.test(String(luns[index]))) return [];
  const path = [...image.path, 'lunVhdDetails', index, 'lun'];
  return [offerFinding({ ruleId: 'offer.lun-out-of-order', path, document, expected: String(index) })];
}

/** Every version of a plan has as many data disks as the live ones, or else as its first one. */
export const dataDiskCount: OfferRule = ({ document, ...live }) => {
  const plans = plansOnceLive(live);
  return plansOf(document).flatMap((plan) => {
    const [before] = (plans.get(plan.planId) ?? []).flatMap(imagesOf);
    const images = imagesOf(plan);
    const reference = before ?? images[0];
    if (reference === undefined) return [];
    const expected = diskCountOf(reference);
    return images.flatMap((image) => wrongCount(plan, image, { document, expected }));
  });
};

function wrongCount(
  { planId }: PlanPart,
  image: VersionPart,
  { document, expected }: { readonly document: OfferDocument; readonly expected: number },
): readonly Finding[] {
  const actual = diskCountOf(image);
  if (actual === expected) return [];
  return [
    offerFinding({
      ruleId: 'offer.data-disk-count-changed',
      path: [...image.path, 'lunVhdDetails'],
      document,
      params: { plan: beginningOf(planId, 50), version: beginningOf(image.version, 32), expected, actual },
      expected: String(expected),
      actual: String(actual),
    }),
  ];
}

function diskCountOf({ fields }: VersionPart): number {
  return asArray(fields['lunVhdDetails']).length;
}
