import { childPlaces, type JsonPlace, placeOf } from '../json/json-place';
import { textAt } from '../json/read-json';
import type { JsonDocument, PackageFacts } from './package-facts';
import { isWholePackage } from './whole-package';

/** Managed applications announce themselves by one of their files, or by the resource that deploys them. */
export function isManagedPackage(facts: PackageFacts): boolean {
  if (!isWholePackage(facts)) return false;
  const hasFile = facts.files.some(({ path }) =>
    /^appliance(?:maintemplate|createuidefinition)\.json$/i.test(path),
  );
  return hasFile || (facts.mainTemplate !== null && applianceOf(facts.mainTemplate) !== undefined);
}

/** The resource of the main template that deploys the managed application. */
export function applianceOf({ root }: JsonDocument): JsonPlace | undefined {
  return childPlaces(placeOf(root, 'resources')).find(
    ({ node }) => textAt(node, 'type')?.toLowerCase() === 'microsoft.solutions/appliances',
  );
}
