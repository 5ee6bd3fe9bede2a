import { beginningOf } from '../../certification/without-secrets';
import type { Finding } from '../../certification/finding';
import { imageVersionPattern } from '../image-version';
import { offerFinding } from '../offer-finding';
import {
  applicationKey,
  imagesOf,
  machineKey,
  packagesOf,
  plansOf,
  type PlanPart,
  type VersionPart,
} from '../parts';
import { asObject } from '../walk';
import type { OfferRule } from './rule';

const mostVersions = 8;

/** Something that a plan has several versions of. */
type Versioned = {
  readonly versionsOf: (plan: PlanPart) => readonly VersionPart[];
  /** Of the plan, where they stand. */
  readonly key: string;
  readonly ruleIds: { readonly invalid: string; readonly missing: string; readonly tooMany: string };
};

const images: Versioned = {
  versionsOf: imagesOf,
  key: machineKey('vmImages'),
  ruleIds: {
    invalid: 'offer.image-version-invalid',
    missing: 'offer.image-missing',
    tooMany: 'offer.image-versions-too-many',
  },
};

const packages: Versioned = {
  versionsOf: packagesOf,
  key: applicationKey('package'),
  ruleIds: {
    invalid: 'offer.package-version-invalid',
    missing: 'offer.package-missing',
    tooMany: 'offer.package-versions-too-many',
  },
};

/** Versions are named `X.Y.Z`. */
const namesOf =
  ({ versionsOf, ruleIds }: Versioned): OfferRule =>
  ({ document }) =>
    plansOf(document)
      .flatMap(versionsOf)
      .filter(({ version }) => !imageVersionPattern.test(version))
      .map(({ path, version }) =>
        offerFinding({
          ruleId: ruleIds.invalid,
          path,
          document,
          params: { version: beginningOf(version, 32) },
          expected: 'X.Y.Z',
          actual: beginningOf(version, 32),
        }),
      );

/** A plan has 1 to 8 of them: to add a ninth, drop the oldest. */
const countOf =
  ({ key, ruleIds }: Versioned): OfferRule =>
  ({ document }) =>
    plansOf(document).flatMap((plan): readonly Finding[] => {
      const versions = asObject(plan.fields[key]);
      // Missing or of a wrong type is the schema's to report.
      if (versions === undefined) return [];
      const count = Object.keys(versions).length;
      if (count >= 1 && count <= mostVersions) return [];
      return [
        offerFinding({
          ruleId: count === 0 ? ruleIds.missing : ruleIds.tooMany,
          path: [...plan.path, key],
          document,
          params: { plan: beginningOf(plan.planId, 50), count, limit: mostVersions },
          expected: count === 0 ? '>= 1' : `<= ${mostVersions}`,
          actual: String(count),
        }),
      ];
    });

export const imageVersionNames = namesOf(images);
export const imageVersionCount = countOf(images);
export const packageVersionNames = namesOf(packages);
export const packageVersionCount = countOf(packages);
