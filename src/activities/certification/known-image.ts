import { imageFactsSchema } from '../../domain/certification/image-facts-schema';
import type { Artefact, SourceIdentity } from '../../domain/replication/artefact';
import type { Artefacts, BlobStore } from '../../services/ports';

type KnownImageRoles = {
  readonly artefacts: Pick<Artefacts, 'find' | 'findBySource'>;
  readonly staging: Pick<BlobStore, 'exists'>;
};

/**
 * What was read from exactly this source before, when its bytes are still in staging and its facts are those that
 * today's rules ask for. Otherwise the source is read again.
 */
export async function knownImage(
  { artefacts, staging }: KnownImageRoles,
  identity: SourceIdentity,
): Promise<Artefact | undefined> {
  const digest = await artefacts.findBySource(identity);
  const artefact = digest === undefined ? undefined : await artefacts.find(digest);
  if (!artefact || !imageFactsSchema.safeParse(artefact.facts['image']).success) return undefined;
  const blob = await staging.exists(artefact.digest);
  return blob?.bytes === artefact.bytes ? artefact : undefined;
}
