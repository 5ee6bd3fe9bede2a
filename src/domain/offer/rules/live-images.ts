import type { Finding } from '../../certification/finding';
import type { OfferDocument } from '../document';
import { artefactsOf } from '../artefacts';
import { compareVersions, imageVersionPattern } from '../image-version';
import { offerFinding } from '../offer-finding';
import { imagesOf, plansOf, type ImagePart } from '../parts';
import type { OfferRule } from './rule';

/** A new image version is greater than all live ones of its plan: a smaller one would never be shown. */
export const newImagesAreNewer: OfferRule = ({ document, previous }) => {
  const live = liveVersions(previous);
  return plansOf(document).flatMap((plan) => {
    const before = live.get(plan.planId) ?? [];
    const newest = before.toSorted(compareVersions).at(-1);
    if (newest === undefined) return [];
    return imagesOf(plan)
      .filter(({ version }) => !before.includes(version) && imageVersionPattern.test(version))
      .filter(({ version }) => compareVersions(version, newest) <= 0)
      .map((image) => notGreater(image, newest, document));
  });
};

function notGreater({ path, version }: ImagePart, newest: string, document: OfferDocument): Finding {
  const params = { version, newest };
  const [expected, actual] = [`> ${newest}`, version];
  return offerFinding({
    ruleId: 'offer.image-version-not-greater',
    path,
    document,
    params,
    expected,
    actual,
  });
}

function liveVersions(previous: OfferDocument | undefined): ReadonlyMap<string, readonly string[]> {
  if (previous === undefined) return new Map();
  return new Map(
    plansOf(previous).map((plan) => [
      plan.planId,
      imagesOf(plan)
        .map(({ version }) => version)
        .filter((version) => imageVersionPattern.test(version)),
    ]),
  );
}

/** A live version keeps its disks; a new signature for the same blob is fine. */
export const liveImagesKept: OfferRule = ({ document, previous }) => {
  if (previous === undefined) return [];
  const live = new Map(artefactsOf(previous).map(({ artefactId, url }) => [artefactId, withoutQuery(url)]));
  return artefactsOf(document).flatMap(({ artefactId, url, pointer, planId }): readonly Finding[] => {
    const before = live.get(artefactId);
    const now = withoutQuery(url);
    if (before === undefined || before === now) return [];
    return [
      {
        ruleId: 'offer.live-image-changed',
        severity: 'error',
        params: { artefact: artefactId.slice(0, 100) },
        target: { plan: planId.slice(0, 50), pointer },
        expected: before.slice(0, 200),
        actual: now.slice(0, 200),
      },
    ];
  });
};

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//');
}
