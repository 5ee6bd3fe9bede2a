import { activityInfo, cancellationSignal, log } from '@temporalio/activity';
import type { SourceFacts } from '../../domain/certification/source-facts';
import type { Artefact, SourceIdentity } from '../../domain/replication/artefact';
import { readingPlan } from '../../domain/replication/reading-plan';
import type {
  Artefacts,
  BlobStore,
  ImageInspection,
  PublicationLog,
  SourceReader,
} from '../../services/ports';
import { reportCopy } from '../replication/copy-report';
import type { MemoryWindow } from '../replication/memory-window';
import { uploadsPrefix } from '../withdraw';
import { copyInOrder } from './copy-in-order';

/** Small, because several are in memory at once; large enough that a request's overhead does not count. */
export const pieceBytes = 2 * 1024 * 1024;

export type IngestRoles = {
  readonly sources: SourceReader;
  readonly staging: BlobStore;
  readonly artefacts: Pick<Artefacts, 'save' | 'rememberSource'>;
  readonly publications: Pick<PublicationLog, 'reportProgress'>;
  readonly inspectImage: (bytes: number) => ImageInspection;
  readonly window: MemoryWindow;
};

type ImageSource = {
  readonly publicationId: string;
  readonly artefactId: string;
  /** With its secret query. */
  readonly url: string;
  readonly identity: SourceIdentity;
};

type Ingested =
  { readonly kind: 'image'; readonly image: Artefact } | Extract<SourceFacts, { readonly kind: 'refused' }>;

/**
 * Brings an image into staging in one reading, learning all about it on the way. It lies under a name of this
 * attempt until its digest is known, so that an attempt which only seemed dead cannot spoil it.
 */
export async function ingestImage(roles: IngestRoles, source: ImageSource): Promise<Ingested> {
  const { staging, artefacts } = roles;
  const { publicationId, artefactId, identity } = source;
  const uploads = `${uploadsPrefix}${publicationId}/${artefactId}/`;
  const upload = `${uploads}${attemptName()}`;
  const item = `certify.${artefactId}`;
  const report = reportCopy({
    publications: roles.publications,
    publicationId,
    item,
    totalBytes: identity.bytes,
  });
  try {
    await deleteUploads(staging, uploads);
    report.begin('copying', 0, identity.bytes);
    const answer = await copyImage(roles, source, { upload, onBytes: report.advance });
    if (answer.kind === 'image') {
      await staging.rename(upload, answer.image.digest, cancellationSignal());
      await artefacts.save(answer.image);
      await artefacts.rememberSource(identity, answer.image.digest);
    } else {
      await staging.delete(upload);
    }
    await report.end('done');
    return answer;
  } catch (error) {
    await report.end('waiting');
    await discard(staging, upload);
    throw error;
  }
}

async function copyImage(
  { sources, staging, inspectImage, window }: IngestRoles,
  { url, identity: { bytes, etag } }: ImageSource,
  { upload, onBytes }: { readonly upload: string; readonly onBytes: (count: number) => void },
): Promise<Ingested> {
  const signal = cancellationSignal();
  const everything = [{ start: 0, end: bytes }];
  const listed = (await sources.dataRanges(url, signal)) ?? everything;
  const data = (listed.at(-1)?.end ?? 0) > bytes ? everything : listed;
  await staging.createPageBlob(upload, bytes);
  const inspection = inspectImage(bytes);
  const refusal = await copyInOrder({
    pieces: readingPlan(bytes, data, pieceBytes),
    read: (start, into) => sources.read(url, { start, into, etag }, signal),
    write: (offset, pages) => staging.writePages(upload, offset, pages, signal),
    inspection,
    onBytes,
    window,
    signal,
  });
  if (refusal) return refusal;
  const after = await sources.stat(url, signal);
  if (after.kind === 'refused') return after;
  // Reads name their version, the list of ranges cannot: only the same ETag before and after makes them one image.
  if (after.value.etag !== etag) return changedMeanwhile;
  const { digest, ranges, facts } = inspection.finish();
  const medium = { medium: 'pageBlob', contentType: 'application/octet-stream' } as const;
  return { kind: 'image', image: { digest, bytes, ...medium, ranges, facts: { image: facts } } };
}

const changedMeanwhile: Ingested = {
  kind: 'refused',
  reason: 'changed',
  status: 412,
  detail: 'another ETag',
};

/** Differs also between runs of one publication, as after a reset. */
function attemptName(): string {
  const { attempt, workflowExecution } = activityInfo();
  return `${workflowExecution?.runId ?? 'run'}-${attempt}`;
}

async function deleteUploads(staging: BlobStore, prefix: string): Promise<void> {
  for await (const { name } of staging.list(prefix)) await staging.delete(name);
}

/** What cannot be deleted now, the next attempt or the sweep deletes; the reason we stopped matters more. */
async function discard(staging: BlobStore, upload: string): Promise<void> {
  try {
    await staging.delete(upload);
  } catch (error) {
    log.warn('A half-done upload stays in staging for now.', { upload, error });
  }
}
