import type { Artefacts, BlobStore, Certifications, Clock, Replicas } from '../services/ports';
import { reportsPrefix } from './certification/evidence';
import { allOrNamed } from './replication/all-or-named';
import { discardReplica } from './replication/discard-replica';
import { uploadsPrefix } from './withdraw';

const hour = 60 * 60 * 1000;

/** A blob without a row may be one whose row is just being written; after an hour it is not. */
const strayAfter = hour;

/** Longer than a certification waits for a publisher's slow source. */
const abandonedAfter = 16 * 24 * hour;

/** Certified bytes that stay in staging save a publisher who comes back from having them read again. */
const idleAfter = 30 * 24 * hour;

const replicasAtOnce = 100;

export type SweepRoles = {
  readonly replicas: Pick<Replicas, 'orphans' | 'find' | 'forget'>;
  readonly artefacts: Pick<Artefacts, 'whileIdle'>;
  readonly certifications: Pick<Certifications, 'isReport'>;
  readonly staging: BlobStore;
  readonly regions: ReadonlyMap<string, BlobStore>;
  readonly clock: Clock;
};

/** Deletes replicas whose last holder is gone. Cheap: for every round of housekeeping. */
export async function sweepOrphans(roles: Pick<SweepRoles, 'replicas' | 'regions'>): Promise<void> {
  const orphans = await roles.replicas.orphans(replicasAtOnce);
  await allOrNamed(
    'Orphans are left',
    orphans.map((orphan) => () => discardReplica(roles, orphan)),
  );
}

/** Deletes blobs that no row knows, and those in staging that nobody needs. Lists whole accounts: for an hourly round. */
export async function sweepStrayBlobs(roles: SweepRoles): Promise<void> {
  await allOrNamed('Stray blobs are left', [
    () => deleteAbandonedUploads(roles),
    () => dropIdleArtefacts(roles),
    () => dropStrayReports(roles),
    ...[...roles.regions.values()].map((store) => () => deleteStrays(roles, store)),
  ]);
}

async function deleteAbandonedUploads({ staging, clock }: SweepRoles): Promise<void> {
  for await (const { name, changedAt } of staging.list(uploadsPrefix)) {
    if (isOlder(changedAt, abandonedAfter, clock)) await staging.delete(name);
  }
}

/** A later publication of the same image reads it from its source again. */
async function dropIdleArtefacts({ staging, artefacts, clock }: SweepRoles): Promise<void> {
  const before = new Date(clock().getTime() - idleAfter);
  for await (const { name, changedAt } of staging.list()) {
    if (!isDigest(name) || changedAt > before) continue;
    await artefacts.whileIdle({ digest: name, before }, () => staging.delete(name));
  }
}

/** A reset certifies anew, and a death can come between a report and its row: what no row names is nobody's evidence. */
async function dropStrayReports({ staging, certifications, clock }: SweepRoles): Promise<void> {
  for await (const { name, changedAt } of staging.list(reportsPrefix)) {
    if (!isOlder(changedAt, strayAfter, clock)) continue;
    const blob = await staging.exists(name);
    // Looked up after the ETag: an attempt that writes it again meanwhile changes it, and it is left alone.
    const isKnown = await certifications.isReport(name.slice(reportsPrefix.length));
    if (blob !== undefined && !isKnown) await staging.delete(name, blob.etag);
  }
}

/** Everything else in staging has its own rules. */
const isDigest = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

async function deleteStrays({ replicas, clock }: SweepRoles, store: BlobStore): Promise<void> {
  for await (const { name, changedAt } of store.list()) {
    if (!isOlder(changedAt, strayAfter, clock)) continue;
    const blob = await store.exists(name);
    // Looked up after the ETag: a copy that begins now changes the blob, and is left alone.
    if (blob !== undefined && (await replicas.find(name, store.name)) === undefined) {
      await store.delete(name, blob.etag);
    }
  }
}

function isOlder(changedAt: Date, milliseconds: number, clock: Clock): boolean {
  return clock().getTime() - changedAt.getTime() > milliseconds;
}
