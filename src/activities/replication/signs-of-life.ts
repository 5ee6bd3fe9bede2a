import type { ReplicaRecord, Replicas } from '../../services/ports';

const everyMs = 10_000;

/** Another publication takes over what is quiet for a minute; this one is at work, however slow its region is. */
export async function withSignsOfLife(
  replicas: Pick<Replicas, 'touch'>,
  replica: ReplicaRecord,
  work: () => Promise<void>,
): Promise<void> {
  // One that is lost costs nothing, and who has lost the replica is told with the next journal.
  const timer = setInterval(() => void replicas.touch(replica).catch(() => undefined), everyMs);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
}
