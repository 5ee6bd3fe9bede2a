import type { BlobStore, Replicas } from '../../services/ports';

export type DiscardRoles = {
  readonly replicas: Pick<Replicas, 'forget'>;
  readonly regions: ReadonlyMap<string, BlobStore>;
};

/**
 * Deletes a replica that nobody holds: row, then blob, and the blob only as it was before. Whoever claims the digest in
 * between keeps it or copies it anew; what a crash in between leaves is a blob without a row, which the sweep finds.
 */
export async function discardReplica(
  { replicas, regions }: DiscardRoles,
  { digest, region }: { readonly digest: string; readonly region: string },
  signal?: AbortSignal,
): Promise<void> {
  const store = regions.get(region);
  // A region that is no longer configured is no longer ours to clean.
  const blob = await store?.exists(digest, signal);
  if (!(await replicas.forget(digest, region))) return;
  if (blob !== undefined) await store?.delete(digest, blob.etag, signal);
}
