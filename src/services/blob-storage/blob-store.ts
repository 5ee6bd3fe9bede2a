import { BlobSASPermissions, SASProtocol } from '@azure/storage-blob';
import type { AccountConfig } from '../../config';
import type { BlobStore } from '../ports';
import { type AccountCall, type CallLimits, openAccount, ownContainer, patientLimits } from './account';
import { BlobStoreError } from './blob-store-error';
import { blockBlobs } from './block-blobs';
import { renameInAccount } from './copy-in-account';
import { pageBlobs } from './page-blobs';

/** One storage account, real or emulated. Its container is made on first use. */
export function openBlobStore(
  account: AccountConfig,
  limits: CallLimits = patientLimits,
  container = ownContainer,
): BlobStore {
  const call = openAccount(account, limits, container);
  return {
    name: account.name,
    ...pageBlobs(account.name, call),
    ...wholeBlobs(call),
    ...blockBlobs(call),
    rename: renameInAccount(account.name, call),
    list: (prefix, signal) => listBlobs(call, prefix, signal),

    async read(name, offset, count, signal) {
      const content = Buffer.allocUnsafe(count);
      await readInto(call, { name, offset, into: content }, signal);
      return content;
    },
    readInto: (name, offset, into, signal) => readInto(call, { name, offset, into }, signal),

    readUrl(name, expires) {
      return call(`sign a link to ${name}`, (container) =>
        container.getBlobClient(name).generateSasUrl({
          permissions: BlobSASPermissions.from({ read: true }),
          expiresOn: expires,
          protocol: account.url.startsWith('https:') ? SASProtocol.Https : SASProtocol.HttpsAndHttp,
        }),
      );
    },

    async ping() {
      await call('answer', (container, options) => container.getProperties(options));
    },
  };
}

type Reading = { readonly name: string; readonly offset: number; readonly into: Buffer };

async function readInto(
  call: AccountCall,
  { name, offset, into }: Reading,
  signal: AbortSignal | undefined,
): Promise<void> {
  await call(
    `read ${name}`,
    (container, options) =>
      container.getBlobClient(name).downloadToBuffer(into, offset, into.length, {
        ...options,
        blockSize: into.length,
        maxRetryRequestsPerBlock: 3,
      }),
    signal,
  );
}

const wholeBlobs = (call: AccountCall): Pick<BlobStore, 'exists' | 'writeBlock' | 'delete'> => ({
  async exists(name, signal) {
    try {
      const { contentLength, etag, copyStatus } = await call(
        `look at ${name}`,
        (container, options) => container.getBlobClient(name).getProperties(options),
        signal,
      );
      // A copy under way already has its full length, but not yet its bytes.
      if (copyStatus !== undefined && copyStatus !== 'success') return undefined;
      return { bytes: contentLength ?? 0, etag: etag ?? '' };
    } catch (error) {
      if (error instanceof BlobStoreError && error.status === 404) return undefined;
      throw error;
    }
  },

  async writeBlock(name, content, contentType) {
    await call(`write ${name}`, (container, options) =>
      container.getBlockBlobClient(name).upload(content, content.length, {
        ...options,
        blobHTTPHeaders: { blobContentType: contentType },
      }),
    );
  },

  async delete(name, etag, signal) {
    try {
      await call(
        `delete ${name}`,
        (container, options) =>
          container.getBlobClient(name).deleteIfExists({
            ...options,
            deleteSnapshots: 'include',
            ...(etag && { conditions: { ifMatch: etag } }),
          }),
        signal,
      );
    } catch (error) {
      if (!(etag && error instanceof BlobStoreError && error.status === 412)) throw error;
    }
  },
});

async function* listBlobs(
  call: AccountCall,
  prefix = '',
  signal?: AbortSignal,
): ReturnType<BlobStore['list']> {
  let continuationToken: string | undefined;
  do {
    const page = await call(
      'list its blobs',
      async (container, options) =>
        container
          .listBlobsFlat({ ...options, prefix })
          .byPage({ maxPageSize: 1_000, ...(continuationToken && { continuationToken }) })
          .next(),
      signal,
    );
    if (page.done) return;
    for (const { name, properties } of page.value.segment.blobItems) {
      yield { name, bytes: properties.contentLength ?? 0, changedAt: properties.lastModified };
    }
    continuationToken = page.value.continuationToken;
  } while (continuationToken);
}
