import { activityInfo, cancellationSignal, log } from '@temporalio/activity';
import type { SourceFacts } from '../../domain/certification/source-facts';
import type { Artefact, SourceIdentity } from '../../domain/replication/artefact';
import type { Artefacts, BlobStore, PublicationLog, SourceReader } from '../../services/ports';
import { reportCopy } from '../replication/copy-report';
import type { MemoryWindow } from '../replication/memory-window';
import { uploadsPrefix } from '../withdraw';

/** Small, because several are in memory at once; large enough that a request's overhead does not count. */
export const pieceBytes = 2 * 1024 * 1024;

export type IngestRoles = {
  readonly sources: SourceReader;
  readonly staging: BlobStore;
  readonly artefacts: Pick<Artefacts, 'save' | 'rememberSource'>;
  readonly publications: Pick<PublicationLog, 'reportProgress'>;
  readonly window: MemoryWindow;
};

export type ArtefactSource = {
  readonly publicationId: string;
  readonly artefactId: string;
  /** With its secret query. */
  readonly url: string;
  readonly identity: SourceIdentity;
};

export type Ingested =
  | { readonly kind: 'ingested'; readonly artefact: Artefact }
  | Extract<SourceFacts, { readonly kind: 'refused' }>;

/** Copies a source to a name in staging, and learns all about it on the way. */
export type CopyToStaging = (
  source: ArtefactSource,
  target: { readonly upload: string; readonly onBytes: (count: number) => void },
) => Promise<Ingested>;

/**
 * Brings a publisher's bytes into staging in one reading. They lie under a name of this attempt until their digest is
 * known, so that an attempt which only seemed dead cannot spoil them.
 */
export async function ingest(
  roles: IngestRoles,
  source: ArtefactSource,
  copy: CopyToStaging,
): Promise<Ingested> {
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
    const answer = await copy(source, { upload, onBytes: report.advance });
    if (answer.kind === 'ingested') {
      await staging.rename(upload, answer.artefact.digest, cancellationSignal());
      await artefacts.save(answer.artefact);
      await artefacts.rememberSource(identity, answer.artefact.digest);
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
