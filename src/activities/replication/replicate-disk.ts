import type { OfferKey } from '../../domain/offer/ids';
import type { Artefact } from '../../domain/replication/artefact';
import { planChunks } from '../../domain/replication/chunk-plan';
import { countBytes, type PageRange } from '../../domain/replication/page-ranges';
import type { BlobStore, Digests, ReplicaRecord, Replicas } from '../../services/ports';
import { copyDisk } from './copy-disk';
import type { CopyReport } from './copy-report';
import type { MemoryWindow } from './memory-window';
import { copiedByAnother, replicaDiffers, superseded } from './refusals';
import { withSignsOfLife } from './signs-of-life';
import { digestOf } from './verify-replica';

export type DiskReplication = {
  readonly artefact: Artefact;
  readonly holder: OfferKey & { readonly publicationId: string };
  readonly source: BlobStore;
  readonly target: BlobStore;
  readonly replicas: Pick<Replicas, 'claim' | 'touch' | 'saveJournal' | 'markVerified'>;
  readonly digests: Digests;
  readonly report: CopyReport;
  readonly window: MemoryWindow;
  readonly signal: AbortSignal;
};

/**
 * One disk, certified and verified, in one region; this publication holds it from here on. `since`: when an earlier call
 * had verified it; otherwise it was copied now.
 */
export async function replicateDisk(disk: DiskReplication): Promise<{ readonly since: string | null }> {
  const { artefact, target, replicas, report } = disk;
  const { digest, bytes } = artefact;
  const replica = await replicas.claim(digest, target.name, disk.holder);
  if (replica === undefined) throw copiedByAnother(digest, target.name);
  const blob = await target.exists(digest);
  if (replica.state === 'verified' && blob?.bytes === bytes) {
    const dataBytes = countBytes(artefact.ranges);
    report.begin('copying', dataBytes, dataBytes);
    return { since: replica.verifiedAt };
  }

  const journal = blob?.bytes === bytes && replica.state === 'copying' ? replica.journal : [];
  if (journal.length === 0) await beginAnew(disk, replica);
  await withSignsOfLife(replicas, replica, async () => {
    await copy(disk, replica, journal);
    await verify(disk, replica);
  });
  return { since: null };
}

/**
 * An empty blob of the right size. The journal goes first: it must never promise bytes that are not there. The ETag is
 * older than the proof that this attempt may write: one that pauses in between deletes nothing of a newer attempt.
 */
async function beginAnew(
  { artefact, target, replicas }: DiskReplication,
  replica: ReplicaRecord,
): Promise<void> {
  const { digest, bytes } = artefact;
  const leftover = await target.exists(digest);
  if (!(await replicas.saveJournal({ ...replica, journal: [] }))) throw superseded(digest, target.name);
  if (leftover !== undefined) await target.delete(digest, leftover.etag);
  await target.createPageBlob(digest, bytes);
}

async function copy(
  { artefact, source, target, replicas, report, window, signal }: DiskReplication,
  replica: ReplicaRecord,
  journal: readonly PageRange[],
): Promise<void> {
  const { doneBytes, totalBytes } = planChunks(artefact.ranges, journal);
  report.begin('copying', doneBytes, totalBytes);
  await copyDisk({
    artefact,
    source,
    target,
    journal,
    saveJournal: (written) => replicas.saveJournal({ ...replica, journal: written }),
    onBytes: report.advance,
    window,
    signal,
  });
}

/** Reads the region's blob back; only bytes that give the certified digest become a replica. */
async function verify(disk: DiskReplication, replica: ReplicaRecord): Promise<void> {
  const { artefact, target, replicas, digests, report, window, signal } = disk;
  const { digest, bytes } = artefact;
  report.begin('verifying', 0, bytes);
  const found = await digestOf({
    store: target,
    name: digest,
    bytes,
    digests,
    onBytes: report.advance,
    window,
    signal,
  });
  if (found !== digest) {
    await beginAnew(disk, replica);
    throw replicaDiffers(digest, target.name);
  }
  if (!(await replicas.markVerified(replica))) throw superseded(digest, target.name);
}
