import { type OfferDocument, offerTypeIds } from './document';
import { asArray, asObject, type Path } from './walk';

type Fields = Readonly<Record<string, unknown>>;

/** A part of a document whose shape nobody has vouched for yet, with its place. */
export type PlanPart = { readonly planId: string; readonly fields: Fields; readonly path: Path };
/** An image or a package under its version. */
export type VersionPart = { readonly version: string; readonly fields: Fields; readonly path: Path };

export const offerPath: Path = ['definition', 'offer'];
export const marketplaceKey = (name: string): string => `microsoft-azure-marketplace.${name}`;
export const applicationKey = (name: string): string => `microsoft-azure-applications.${name}`;
export const stagedKey = (name: string): string => `staged-offer.${name}`;
export const machineKey = (name: string): string => `microsoft-azure-virtualmachines.${name}`;

const ownersOfKeys = new RegExp(`^(?:microsoft-azure-[a-z-]+|${offerTypeIds.join('|')})\\.`);

/** The field a dotted key names, whoever owns the key: `microsoft-azure-marketplace.title` is `title`. */
export const fieldNameOf = (key: string): string => key.replace(ownersOfKeys, '');

/** `definition.offer`, empty when there is none. */
export function offerFieldsOf(document: OfferDocument): Fields {
  return asObject(asObject(document['definition'])?.['offer']) ?? {};
}

/** The plans that are objects, whatever is wrong with them; `planId` is empty when it is no text. */
export function plansOf(document: OfferDocument): readonly PlanPart[] {
  return asArray(asObject(document['definition'])?.['plans']).flatMap((plan, index) => {
    const fields = asObject(plan);
    if (fields === undefined) return [];
    const planId = typeof fields['planId'] === 'string' ? fields['planId'] : '';
    return [{ planId, fields, path: ['definition', 'plans', index] }];
  });
}

/** The image versions of a plan, in the order they are stored in. */
export const imagesOf = (plan: PlanPart): readonly VersionPart[] => versionsAt(plan, machineKey('vmImages'));

/** The package versions of a plan, in the order they are stored in. */
export const packagesOf = (plan: PlanPart): readonly VersionPart[] =>
  versionsAt(plan, applicationKey('package'));

function versionsAt({ fields, path }: PlanPart, key: string): readonly VersionPart[] {
  return Object.entries(asObject(fields[key]) ?? {}).map(([version, content]) => ({
    version,
    fields: asObject(content) ?? {},
    path: [...path, key, version],
  }));
}
