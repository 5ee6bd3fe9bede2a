import type { Artefact, SourceIdentity } from '../../domain/replication/artefact';
import type { Artefacts, BlobStore } from '../../services/ports';

export type KnownSourceRoles = {
  readonly artefacts: Pick<Artefacts, 'find' | 'findBySource'>;
  readonly staging: Pick<BlobStore, 'exists'>;
};

/** What one inspector found, and the form it has today. */
export type FactsWanted = {
  readonly inspector: 'image' | 'package';
  readonly schema: { readonly safeParse: (facts: unknown) => { readonly success: boolean } };
};

/**
 * What was read from exactly this source before, when its bytes are still in staging and its facts are those that
 * today's rules ask for. Otherwise the source is read again.
 */
export async function knownSource(
  { artefacts, staging }: KnownSourceRoles,
  identity: SourceIdentity,
  { inspector, schema }: FactsWanted,
): Promise<Artefact | undefined> {
  const digest = await artefacts.findBySource(identity);
  const artefact = digest === undefined ? undefined : await artefacts.find(digest);
  if (!artefact || !schema.safeParse(artefact.facts[inspector]).success) return undefined;
  const blob = await staging.exists(artefact.digest);
  return blob?.bytes === artefact.bytes ? artefact : undefined;
}
