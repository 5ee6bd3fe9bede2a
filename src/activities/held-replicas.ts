import type { Manifest } from '../domain/product-page/product-page';
import type { Replicas } from '../services/ports';
import { permanentFailure } from './permanent-failure';

export type HeldRoles = { readonly replicas: Pick<Replicas, 'heldBy'> };

/**
 * Refuses to bring disks live whose replicas this publication does not hold (I2): a run that an operator reset to a point
 * after its copies may have let them go when it ended the first time. A preview may come before the copies.
 */
export async function refuseUnheld(
  { replicas }: HeldRoles,
  publicationId: string,
  { regions, artefacts }: Pick<Manifest, 'regions' | 'artefacts'>,
): Promise<void> {
  if (regions.length === 0) return;
  const held = new Set((await replicas.heldBy(publicationId)).map(placeOf));
  const missing = regions.find((region) =>
    artefacts.some(({ digest }) => !held.has(placeOf({ digest, region }))),
  );
  if (missing === undefined) return;
  throw permanentFailure(
    'ReplicaMissing',
    `Publication ${publicationId} does not hold its disks in ${missing} any more: it let them go when it ended.`,
  );
}

const placeOf = ({ digest, region }: { readonly digest: string; readonly region: string }): string =>
  `${region}/${digest}`;
