import { withoutQuery } from '../../replication/source-url';
import { beginningOf } from '../../certification/without-secrets';
import type { Finding } from '../../certification/finding';
import type { OfferDocument } from '../document';
import { artefactsOf } from '../artefacts';
import { compareVersions, imageVersionPattern } from '../image-version';
import { offerFinding } from '../offer-finding';
import { imagesOf, packagesOf, plansOf, type PlanPart, type VersionPart } from '../parts';
import { onceLive, plansOnceLive } from './once-live';
import type { OfferRule } from './rule';

type VersionsOf = (plan: PlanPart) => readonly VersionPart[];

/**
 * A new version is greater than all that its plan ever had live: where a newer one was taken back, customers hold it
 * still and would never be shown a smaller one.
 */
const newer =
  (versionsOf: VersionsOf, ruleId: string): OfferRule =>
  ({ document, ...live }) => {
    const plans = plansOnceLive(live);
    return plansOf(document).flatMap((plan) => {
      const before = (plans.get(plan.planId) ?? [])
        .flatMap(versionsOf)
        .map(({ version }) => version)
        .filter((version) => imageVersionPattern.test(version));
      const newest = before.toSorted(compareVersions).at(-1);
      if (newest === undefined) return [];
      return versionsOf(plan)
        .filter(({ version }) => !before.includes(version) && imageVersionPattern.test(version))
        .filter(({ version }) => compareVersions(version, newest) <= 0)
        .map((part) => notGreater(ruleId, part, { newest, document }));
    });
  };

export const newImagesAreNewer = newer(imagesOf, 'offer.image-version-not-greater');
export const newPackagesAreNewer = newer(packagesOf, 'offer.package-version-not-greater');

type Against = { readonly newest: string; readonly document: OfferDocument };

function notGreater(ruleId: string, { path, version }: VersionPart, { newest, document }: Against): Finding {
  const params = { version, newest };
  const [expected, actual] = [`> ${newest}`, version];
  return offerFinding({ ruleId, path, document, params, expected, actual });
}

/** What was live once keeps its disks or its package, also when it comes back; a new signature is fine. */
export const liveArtefactsKept: OfferRule = ({ document, ...live }) => {
  const urls = new Map(
    onceLive(live)
      .toReversed()
      .flatMap(artefactsOf)
      .map(({ artefactId, url }) => [artefactId, placeOf(url)]),
  );
  return artefactsOf(document).flatMap(({ artefactId, kind, url, pointer, planId }): readonly Finding[] => {
    const before = urls.get(artefactId);
    const now = placeOf(url);
    if (before === undefined || before === now) return [];
    return [
      {
        ruleId: kind === 'package' ? 'offer.live-package-changed' : 'offer.live-image-changed',
        severity: 'error',
        params: { artefact: beginningOf(artefactId, 100) },
        target: { plan: beginningOf(planId, 50), pointer },
        expected: beginningOf(before, 200),
        actual: beginningOf(now, 200),
      },
    ];
  });
};

function placeOf(url: string): string {
  return withoutQuery(url).replace(/\/\/[^/@]*@/, '//');
}
