import { type PageRange, mergeRanges } from '../../domain/replication/page-ranges';
import type { BlobStore } from '../ports';
import type { AccountCall } from './account';
import { BlobStoreError } from './blob-store-error';

const rangesPerPage = 5_000;

/** Disks: sparse blobs, written page by page. */
export const pageBlobs = (
  account: string,
  call: AccountCall,
): Pick<BlobStore, 'createPageBlob' | 'writePages' | 'dataRanges'> => ({
  async createPageBlob(name, bytes) {
    const doing = `make page blob ${name}`;
    await call(doing, async (container, options) => {
      const blob = container.getPageBlobClient(name);
      try {
        await blob.create(bytes, { ...options, conditions: { ifNoneMatch: '*' } });
      } catch (error) {
        const { contentLength, blobType } = await blob.getProperties(options).catch(() => {
          throw error;
        });
        if (contentLength === bytes && blobType === 'PageBlob') return;
        const message = `Storage account ${account} refused to ${doing}: it has one of ${contentLength} bytes.`;
        throw new BlobStoreError(account, message, { status: 409 });
      }
    });
  },

  async writePages(name, offset, pages, signal) {
    await call(
      `write pages of ${name}`,
      async (container, options) => {
        await container.getPageBlobClient(name).uploadPages(pages, offset, pages.length, options);
      },
      signal,
    );
  },

  async dataRanges(name, signal) {
    const ranges: PageRange[] = [];
    let continuationToken: string | undefined;
    do {
      const page = await call(
        `list page ranges of ${name}`,
        (container, options) => {
          const settings = { maxPageSize: rangesPerPage, ...(continuationToken && { continuationToken }) };
          const list = container.getPageBlobClient(name).listPageRanges(0, undefined, options);
          return list.byPage(settings).next();
        },
        signal,
      );
      if (page.done) break;
      // The service's ends are inclusive.
      for (const { start, end } of page.value.pageRange ?? []) ranges.push({ start, end: end + 1 });
      continuationToken = page.value.continuationToken;
    } while (continuationToken);
    return mergeRanges(ranges);
  },
});
