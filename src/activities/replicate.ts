import { activityInfo, cancellationSignal } from '@temporalio/activity';
import type { Artefact } from '../domain/replication/artefact';
import { largestChunkBytes } from '../domain/replication/chunk-plan';
import { countBytes } from '../domain/replication/page-ranges';
import { reasonForPeople } from '../domain/text/reason-for-people';
import type { Artefacts, BlobStore, Digests, PublicationLog, Replicas } from '../services/ports';
import type { DataActivities, ReplicationResult } from './contract';
import { type CopyReport, reportCopy } from './replication/copy-report';
import { openMemoryWindow } from './replication/memory-window';
import { notADisk, unknownRegion } from './replication/refusals';
import { replicateDisk } from './replication/replicate-disk';

/** For all regions that one worker copies to at the same time. */
const chunksInMemory = 4;

export type ReplicateRoles = {
  readonly artefacts: Pick<Artefacts, 'find'>;
  readonly replicas: Pick<Replicas, 'claim' | 'touch' | 'saveJournal' | 'markVerified'>;
  readonly publications: Pick<PublicationLog, 'reportProgress'>;
  readonly staging: BlobStore;
  readonly regions: ReadonlyMap<string, BlobStore>;
  readonly digests: Digests;
};

/** Brings certified disks to one region, one after another; resumes where an earlier attempt ended. */
export const replicateActivities = (roles: ReplicateRoles): Pick<DataActivities, 'replicate'> => {
  const window = openMemoryWindow(chunksInMemory, largestChunkBytes);

  return {
    async replicate({ publicationId, publisherId, offerId, region, digests }) {
      const disks = await Promise.all([...new Set(digests)].map((digest) => findDisk(roles, digest)));
      const signal = cancellationSignal();
      const holder = { publicationId, publisherId, offerId };
      const report = reportCopy({
        publications: roles.publications,
        publicationId,
        item: `replicate.${region}`,
        totalBytes: disks.reduce((sum, { ranges }) => sum + countBytes(ranges), 0),
      });

      return tellHowItEnds(report, region, async () => {
        const target = roles.regions.get(region);
        if (target === undefined) throw unknownRegion(region);
        let result: ReplicationResult = { region, copiedBytes: 0, found: 0, copied: 0 };
        for (const artefact of disks) {
          const source = roles.staging;
          const disk = { ...roles, artefact, holder, source, target, report, window, signal };
          const { since } = await replicateDisk(disk);
          result = count(result, artefact, since !== null && isEarlier(since) ? since : undefined);
        }
        return result;
      });
    },
  };
};

async function findDisk({ artefacts }: Pick<ReplicateRoles, 'artefacts'>, digest: string): Promise<Artefact> {
  const artefact = await artefacts.find(digest);
  if (artefact?.medium !== 'pageBlob') throw notADisk(digest);
  return artefact;
}

/** What an earlier attempt of this same activity brought there was copied, not found. */
function isEarlier(since: string): boolean {
  return Date.parse(since) < activityInfo().scheduledTimestampMs;
}

function count(
  result: ReplicationResult,
  { ranges }: Artefact,
  since: string | undefined,
): ReplicationResult {
  if (since !== undefined) {
    const { found, foundFrom = since } = result;
    return { ...result, found: found + 1, foundFrom: later(foundFrom, since) };
  }
  return {
    ...result,
    copied: result.copied + 1,
    copiedBytes: result.copiedBytes + countBytes(ranges),
  };
}

const later = (one: string, other: string): string => (Date.parse(one) < Date.parse(other) ? other : one);

async function tellHowItEnds(
  report: CopyReport,
  region: string,
  work: () => Promise<ReplicationResult>,
): Promise<ReplicationResult> {
  try {
    const result = await work();
    await report.end('done');
    return result;
  } catch (error) {
    if (cancellationSignal().aborted) await report.end('waiting');
    else
      await report.end('waiting', {
        code: 'provisioning.waiting',
        params: { region, reason: reasonForPeople(error).slice(0, 200) },
      });
    throw error;
  }
}
