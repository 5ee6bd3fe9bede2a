import type { OfferDocument } from './document';
import { compareVersions } from './image-version';
import { imagesOf, machineKey, packagesOf, plansOf, type PlanPart, type VersionPart } from './parts';
import { pointerOf } from './pointer';
import { asArray, asObject, type Path } from './walk';

/** One thing to be fetched by URL before it can be certified. */
export type OfferArtefact = DiskArtefact | PackageArtefact;

type Fetched = {
  /** `<plan>/<version>/` and `os`, `lun<n>` or `package`; unique in a valid document. */
  readonly artefactId: string;
  /** As the document has it: with its SAS query when secrets are in place. */
  readonly url: string;
  /** RFC 6901, into the document: findings about the artefact point here. */
  readonly pointer: string;
  readonly planId: string;
};

export type DiskArtefact = Fetched & { readonly kind: 'osDisk' | 'dataDisk'; readonly osFamily: OsFamily };
export type PackageArtefact = Fetched & {
  readonly kind: 'package';
  /** The GUID by which Azure counts its use, lower-case; null where the plan names none. */
  readonly trackingId: string | null;
};

export type OsFamily = 'Linux' | 'Windows';

/**
 * Every disk and package of every plan and version, in a fixed order whatever order keys were stored in. Offers of text
 * have none. Says nothing of a broken document: half-filled parts are left out.
 */
export function artefactsOf(document: OfferDocument): readonly OfferArtefact[] {
  return plansOf(document)
    .filter(({ planId }) => planId !== '')
    .flatMap((plan) => [...disksOfPlan(plan), ...packagesOfPlan(plan)]);
}

function disksOfPlan(plan: PlanPart): readonly DiskArtefact[] {
  const { planId, fields } = plan;
  const osFamily: OsFamily = fields[machineKey('operatingSystemFamily')] === 'Windows' ? 'Windows' : 'Linux';
  return inOrder(imagesOf(plan)).flatMap((image) =>
    disksOf(image).map(({ name, kind, url, path }) => ({
      artefactId: artefactIdOf(planId, image.version, name),
      kind,
      url,
      pointer: pointerOf([...image.path, ...path]),
      planId,
      osFamily,
    })),
  );
}

function packagesOfPlan(plan: PlanPart): readonly PackageArtefact[] {
  const { planId, fields: planFields } = plan;
  const named = planFields['microsoft-azure-applications.usageAttributionId'];
  const trackingId = isFilled(named) ? named.trim().toLowerCase() : null;
  return inOrder(packagesOf(plan)).flatMap(({ version, fields, path }) => {
    const url = asObject(fields['packageVersion'])?.['packageFile'];
    if (!isFilled(url)) return [];
    const pointer = pointerOf([...path, 'packageVersion', 'packageFile']);
    return [
      {
        artefactId: artefactIdOf(planId, version, 'package'),
        kind: 'package',
        url,
        pointer,
        planId,
        trackingId,
      },
    ];
  });
}

const inOrder = (versions: readonly VersionPart[]): readonly VersionPart[] =>
  versions.toSorted((one, other) => compareVersions(one.version, other.version));

/** `part` is `os`, `lun<n>` or `package`. */
export function artefactIdOf(planId: string, version: string, part: string): string {
  return `${planId}/${version}/${part}`;
}

type Disk = Pick<DiskArtefact, 'kind' | 'url'> & { readonly name: string; readonly path: Path };

function disksOf({ fields }: VersionPart): readonly Disk[] {
  const osUrl = fields['osVhdUrl'];
  const osDisk = isFilled(osUrl)
    ? [{ name: 'os', kind: 'osDisk' as const, url: osUrl, path: ['osVhdUrl'] }]
    : [];
  return [...osDisk, ...dataDisksOf(asArray(fields['lunVhdDetails']))];
}

function dataDisksOf(details: readonly unknown[]): readonly Disk[] {
  return details
    .flatMap((detail, index) => {
      const { lun, vhdUrl } = asObject(detail) ?? {};
      if (!isFilled(vhdUrl) || !isLun(lun)) return [];
      return [{ lun: Number(lun), url: vhdUrl, path: ['lunVhdDetails', index, 'vhdUrl'] }];
    })
    .sort((one, other) => one.lun - other.lun)
    .map(({ lun, url, path }) => ({ name: `lun${lun}`, kind: 'dataDisk', url, path }));
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** The portal sends LUNs as numbers, scripts often as digits. */
function isLun(value: unknown): value is number | string {
  return typeof value === 'number' || (typeof value === 'string' && /^\d{1,3}$/.test(value));
}
