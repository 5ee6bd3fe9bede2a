import type { Artefacts, BlobStore, Certifications, Clock, Replicas } from '../services/ports';
import { reportsPrefix } from './certification/evidence';
import { allAtOnceOrNamed } from './replication/all-or-named';
import { discardReplica } from './replication/discard-replica';
import { uploadsPrefix } from './withdraw';

const hour = 60 * 60 * 1000;

/** A blob without a row may be one whose row is just being written; after an hour it is not. */
const strayAfter = hour;

/** Longer than a certification waits for a publisher's slow source. */
const abandonedAfter = 16 * 24 * hour;

/** Certified bytes that stay in staging save a publisher who comes back from having them read again. */
const idleAfter = 30 * 24 * hour;

const replicasOfARegion = 100;

export type SweepRoles = {
  readonly replicas: Pick<Replicas, 'orphans' | 'regionsOf' | 'forget'>;
  readonly artefacts: Pick<Artefacts, 'markShownPictures' | 'whileIdle'>;
  readonly certifications: Pick<Certifications, 'isReport'>;
  readonly staging: BlobStore;
  readonly regions: ReadonlyMap<string, BlobStore>;
  readonly clock: Clock;
  /** Ends the round early; what it has not come to is left for the next one. */
  readonly signal: AbortSignal;
};

type Orphans = Awaited<ReturnType<Replicas['orphans']>>;

/** Deletes replicas whose last holder is gone. Cheap: for every round of housekeeping. */
export async function sweepOrphans(
  roles: Pick<SweepRoles, 'replicas' | 'regions' | 'signal'>,
): Promise<void> {
  const orphans = await roles.replicas.orphans(replicasOfARegion);
  const regions = [...new Set(orphans.map(({ region }) => region))];
  const ofEach = regions.map((name) => orphans.filter(({ region }) => region === name));
  await allAtOnceOrNamed(
    'Orphans are left',
    ofEach.map((own) => () => discardInTurn(roles, own)),
  );
}

/** A region that does not answer costs a minute a call: after one it is left alone until the next round. */
async function discardInTurn(
  roles: Pick<SweepRoles, 'replicas' | 'regions' | 'signal'>,
  orphans: Orphans,
): Promise<void> {
  for (const orphan of orphans) {
    roles.signal.throwIfAborted();
    await discardReplica(roles, orphan, roles.signal);
  }
}

/** Deletes blobs that no row knows, and those in staging that nobody needs. Lists whole accounts: for an hourly round. */
export async function sweepStrayBlobs(roles: SweepRoles): Promise<void> {
  await allAtOnceOrNamed('Stray blobs are left', [
    () => deleteAbandonedUploads(roles),
    () => dropIdleArtefacts(roles),
    () => dropStrayReports(roles),
    ...[...roles.regions.values()].map((store) => () => deleteStrays(roles, store)),
  ]);
}

async function deleteAbandonedUploads({ staging, clock, signal }: SweepRoles): Promise<void> {
  for await (const { name, changedAt } of staging.list(uploadsPrefix, signal)) {
    if (isOlder(changedAt, abandonedAfter, clock)) await staging.delete(name, undefined, signal);
  }
}

/** A later publication of the same image reads it from its source again. */
async function dropIdleArtefacts({ staging, artefacts, clock, signal }: SweepRoles): Promise<void> {
  const before = new Date(clock().getTime() - idleAfter);
  await artefacts.markShownPictures(before);
  for await (const { name, changedAt } of staging.list('', signal)) {
    if (!isDigest(name) || changedAt > before) continue;
    await artefacts.whileIdle({ digest: name, before }, () => staging.delete(name, undefined, signal));
  }
}

/** A reset certifies anew, and a death can come between a report and its row: what no row names is nobody's evidence. */
async function dropStrayReports({ staging, certifications, clock, signal }: SweepRoles): Promise<void> {
  for await (const { name, changedAt } of staging.list(reportsPrefix, signal)) {
    if (!isOlder(changedAt, strayAfter, clock)) continue;
    const blob = await staging.exists(name, signal);
    // Looked up after the ETag: an attempt that writes it again meanwhile changes it, and it is left alone.
    const isKnown = await certifications.isReport(name.slice(reportsPrefix.length));
    if (blob !== undefined && !isKnown) await staging.delete(name, blob.etag, signal);
  }
}

/** Everything else in staging has its own rules. */
const isDigest = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

async function deleteStrays(roles: SweepRoles, store: BlobStore): Promise<void> {
  const { clock, signal } = roles;
  for await (const { name, changedAt } of store.list('', signal)) {
    if (!isOlder(changedAt, strayAfter, clock)) continue;
    const blob = await store.exists(name, signal);
    // Looked up after the ETag: a copy that begins now changes the blob, and is left alone.
    if (blob !== undefined && (await isStray(roles, name, store)))
      await store.delete(name, blob.etag, signal);
  }
}

/** A replica of a region that nobody here knows may be this very blob: somebody gave the region another name. */
async function isStray(
  { replicas, regions }: SweepRoles,
  digest: string,
  store: BlobStore,
): Promise<boolean> {
  const places = await replicas.regionsOf(digest);
  return places.every((region) => region !== store.name && regions.has(region));
}

function isOlder(changedAt: Date, milliseconds: number, clock: Clock): boolean {
  return clock().getTime() - changedAt.getTime() > milliseconds;
}
