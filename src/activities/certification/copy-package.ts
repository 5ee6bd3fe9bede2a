import { cancellationSignal } from '@temporalio/activity';
import type { PackageContent } from '../../domain/certification/package-content-schema';
import { readingPlan } from '../../domain/replication/reading-plan';
import type { Digests, PackageFiles } from '../../services/ports';
import { copyInOrder } from './copy-in-order';
import { type CopyToStaging, type IngestRoles, pieceBytes } from './ingest';
import { storedBytes } from './stored-bytes';

export type PackageRoles = Pick<IngestRoles, 'sources' | 'staging' | 'window'> & {
  readonly digests: Digests;
  readonly packageFiles: Pick<PackageFiles, 'list'>;
};

/** A package: one file, written block by block; what is in it is read from our own copy. */
export const copyPackage =
  ({ sources, staging, digests, packageFiles, window }: PackageRoles): CopyToStaging =>
  async ({ url, identity: { bytes, etag } }, { upload, onBytes }) => {
    const signal = cancellationSignal();
    const hash = digests.sha256();
    const pieces = [...readingPlan(bytes, [{ start: 0, end: bytes }], pieceBytes)];
    const refusal = await copyInOrder({
      pieces,
      read: (start, into) => sources.read(url, { start, into, etag }, signal),
      write: (offset, piece) => staging.stageBlock(upload, offset / pieceBytes, piece, signal),
      inspection: {
        data: (piece) => {
          hash.update(piece);
          return { start: 0, end: piece.length };
        },
        zeros: hash.zeros,
      },
      onBytes,
      window,
      signal,
    });
    if (refusal) return refusal;
    const contentType = 'application/zip';
    await staging.commitBlocks(upload, pieces.length, contentType, signal);
    const files = await packageFiles.list(storedBytes(staging, upload, bytes), undefined, signal);
    const content: PackageContent = { files: [...(files ?? [])] };
    const facts = { package: content };
    const artefact = {
      digest: hash.digest(),
      bytes,
      medium: 'blockBlob',
      contentType,
      ranges: [],
      facts,
    } as const;
    return { kind: 'ingested', artefact };
  };
