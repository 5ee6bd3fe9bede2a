import type { Outcome } from '../../../src/domain/publication/status';
import { artefactsIn } from '../blob-bytes';
import { tableRows } from '../table-rows';
import { housekeepingMs } from './housekeeping-time';
import type { Invariant } from './invariant';

/**
 * Of a publication that ended otherwise than live nothing is seen; of every ended one no half upload stays, and no
 * replica that it may not keep (I6). What a slot shows is kept. A failed publication, like one that was live, keeps its
 * replicas until the offer's next publication, which finds them, has ended and housekeeping has had its time; all
 * others take back theirs before they end.
 */
export const nothingLeftBehind: Invariant = async ({ catalogue, databaseUrl }) => {
  const holds = await allHolds(databaseUrl);
  const found: string[] = [];
  for (const offer of await catalogue.offers.list()) {
    const slots = await catalogue.offers.slots(offer);
    for (const { publicationId, status } of await catalogue.publications.listOf(offer)) {
      if (status.endedAt === null) continue;
      // One that gave up has no outcome, and fails like the others.
      const { outcome } = { ...status, outcome: status.outcome ?? 'failed' };
      found.push(...(await halfUploads(publicationId)));
      if (outcome !== 'live' && slots.some((slot) => slot.publicationId === publicationId))
        found.push(`I6 ${publicationId} is still shown`);
      const own = holds.filter((hold) => hold.publicationId === publicationId);
      for (const hold of own) found.push(...(await holdFaults(hold, { outcome, holds })));
    }
  }
  return found;
};

type Hold = {
  readonly digest: string;
  readonly region: string;
  readonly publicationId: string;
  readonly isHeld: boolean;
  /** So long ago that the sweep must have deleted the bytes. */
  readonly isLongReleased: boolean;
  /** In a slot of any offer. */
  readonly isShown: boolean;
  /** So long ago that housekeeping must have released the hold. */
  readonly isLongSuperseded: boolean;
};

const allHolds = (databaseUrl: string): Promise<readonly Hold[]> =>
  tableRows<Hold>(
    databaseUrl,
    `select hold.digest, hold.region, hold.publication_id as "publicationId",
       hold.released_at is null as "isHeld",
       coalesce(hold.released_at < now() - interval '${housekeepingMs} ms', false) as "isLongReleased",
       exists (select from slot join artefact_binding using (publisher_id, offer_id, offer_version)
         where artefact_binding.digest = hold.digest) as "isShown",
       exists (select from publication newer
         where newer.publisher_id = own.publisher_id and newer.offer_id = own.offer_id
           and newer.created_at > own.created_at
           and newer.opened_at is not null and newer.ended_at is not null
           and greatest(newer.ended_at, own.ended_at) < now() - interval '${housekeepingMs} ms'
         ) and not exists (select from publication latest
           where latest.publisher_id = own.publisher_id and latest.offer_id = own.offer_id
             and latest.ended_at > now() - interval '${housekeepingMs} ms'
         ) as "isLongSuperseded"
     from replica_hold hold join publication own using (publication_id)`,
  );

type Ending = { readonly outcome: Outcome; readonly holds: readonly Hold[] };

async function holdFaults(hold: Hold, { outcome, holds }: Ending): Promise<readonly string[]> {
  const { publicationId, digest, region, isHeld, isShown, isLongReleased, isLongSuperseded } = hold;
  const keepsForTheNext = outcome === 'failed' || outcome === 'live';
  if (isHeld)
    return isShown || (keepsForTheNext && !isLongSuperseded)
      ? []
      : [`I6 ${publicationId} still holds ${digest} in ${region}`];
  const isOthers = holds.some((other) => other.isHeld && other.digest === digest && other.region === region);
  if (isOthers || (keepsForTheNext && !isLongReleased)) return [];
  const isThere = await artefactsIn(region).getBlobClient(digest).exists();
  return isThere ? [`I6 ${publicationId} left ${digest} in ${region}`] : [];
}

async function halfUploads(publicationId: string): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { name } of artefactsIn('staging').listBlobsFlat({ prefix: `ingest/${publicationId}/` })) {
    names.push(`I6 ${publicationId} left ${name} in staging`);
  }
  return names;
}
