import type { ReplicaRecord } from '../../../src/services/ports';
import type { FreshCatalogue } from '../../support/fresh-catalogue';
import { offer, story } from './sample';

export const place = { digest: 'd1', region: 'westeurope' };

/** What publications do with replicas, in the catalogue of the test at hand. */
export function replicaActs(fresh: () => FreshCatalogue) {
  const replicas = () => fresh().catalogue.replicas;
  /** Who asks for a replica holds it, whether this one copies it or another. */
  const hold = (publicationId: string, digest = place.digest) =>
    replicas().claim(digest, place.region, { ...offer, publicationId });

  async function claim(publicationId: string, digest = place.digest): Promise<ReplicaRecord> {
    const replica = await hold(publicationId, digest);
    if (replica === undefined) throw new Error('Another publication copies this replica.');
    return replica;
  }

  async function end(publicationId: string, outcome: 'live' | 'canceled' | 'failed'): Promise<void> {
    const events = story(publicationId, { kind: 'ended', outcome });
    await fresh().catalogue.publications.record({
      publicationId,
      runId: `${publicationId}-run`,
      firstSequence: 1,
      events,
    });
  }

  return { replicas, hold, claim, end };
}
