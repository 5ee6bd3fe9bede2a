import { artefactsIn } from '../blob-bytes';
import type { Invariant } from '../invariants';
import { tableRows } from '../table-rows';

type Hold = {
  readonly digest: string;
  readonly region: string;
  readonly publicationId: string;
  readonly held: boolean;
};

/** Of a publication that ended otherwise than live nothing is seen or kept; of every ended one no half upload (I6). */
export const nothingLeftBehind: Invariant = async (system) => {
  const { catalogue, databaseUrl } = system;
  const holds = await tableRows<Hold>(
    databaseUrl,
    'select digest, region, publication_id as "publicationId", released_at is null as held from replica_hold',
  );
  const found: string[] = [];
  for (const offer of await catalogue.offers.list()) {
    const slots = await catalogue.offers.slots(offer);
    for (const { publicationId, status } of await catalogue.publications.listOf(offer)) {
      if (status.endedAt === null) continue;
      found.push(...(await halfUploads(publicationId)));
      if (status.outcome === 'live') continue;
      if (slots.some((slot) => slot.publicationId === publicationId))
        found.push(`I6 ${publicationId} is still shown`);
      found.push(...(await keptReplicas(publicationId, holds)));
    }
  }
  return found;
};

async function keptReplicas(publicationId: string, holds: readonly Hold[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { digest, region, held } of holds.filter((hold) => hold.publicationId === publicationId)) {
    const isOthers = holds.some(
      (hold) =>
        hold.held && hold.publicationId !== publicationId && hold.digest === digest && hold.region === region,
    );
    if (held) found.push(`I6 ${publicationId} still holds ${digest} in ${region}`);
    else if (!isOthers && (await artefactsIn(region).getBlobClient(digest).exists()))
      found.push(`I6 ${publicationId} left ${digest} in ${region}`);
  }
  return found;
}

async function halfUploads(publicationId: string): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { name } of artefactsIn('staging').listBlobsFlat({ prefix: `ingest/${publicationId}/` })) {
    names.push(`I6 ${publicationId} left ${name} in staging`);
  }
  return names;
}
