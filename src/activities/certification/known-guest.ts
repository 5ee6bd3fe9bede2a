import { cancellationSignal } from '@temporalio/activity';
import { type GuestFacts, guestFactsSchema } from '../../domain/certification/guest-facts-schema';
import type { ImageFacts } from '../../domain/certification/image-facts-schema';
import type { Artefact } from '../../domain/replication/artefact';
import type { Artefacts, BlobStore, GuestInspection } from '../../services/ports';
import { beating } from '../beating';
import { storedBytes } from './stored-bytes';

export type GuestRoles = {
  readonly artefacts: Pick<Artefacts, 'save'>;
  readonly staging: Pick<BlobStore, 'read'>;
  readonly inspectGuest: GuestInspection;
};

/**
 * What is inside a disk that a machine starts from: as it is known of its digest, in the form it has today, else read from
 * our own copy. A repetition reads the same bytes and so finds the same.
 */
export async function knownGuest(
  { artefacts, staging, inspectGuest }: GuestRoles,
  artefact: Artefact,
  { partitions }: ImageFacts,
): Promise<GuestFacts> {
  const known = guestFactsSchema.safeParse(artefact.facts['guest']);
  if (known.success) return known.data;
  const { digest, bytes, facts } = artefact;
  const disk = storedBytes(staging, digest, bytes);
  const guest = await beating('looking inside', () =>
    inspectGuest({ disk, partitions, signal: cancellationSignal() }),
  );
  await artefacts.save({ ...artefact, facts: { ...facts, guest } });
  return guest;
}
