import { cancellationSignal } from '@temporalio/activity';
import { readingPlan } from '../../domain/replication/reading-plan';
import type { ImageInspection } from '../../services/ports';
import { copyInOrder } from './copy-in-order';
import { type CopyToStaging, type Ingested, type IngestRoles, pieceBytes } from './ingest';

export type ImageRoles = Pick<IngestRoles, 'sources' | 'staging' | 'window'> & {
  readonly inspectImage: (bytes: number) => ImageInspection;
};

/** A disk: only what holds data is written, as a page blob. */
export const copyImage =
  ({ sources, staging, inspectImage, window }: ImageRoles): CopyToStaging =>
  async ({ url, identity: { bytes, etag } }, { upload, onBytes }) => {
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
    return { kind: 'ingested', artefact: { digest, bytes, ...medium, ranges, facts: { image: facts } } };
  };

const changedMeanwhile: Ingested = {
  kind: 'refused',
  reason: 'changed',
  status: 412,
  detail: 'another ETag',
};
