import { createHash } from 'node:crypto';
import { BlobServiceClient, type ContainerClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import { testStack } from './stack';

const zeros = Buffer.alloc(4 * 1024 * 1024);

/** Our container in an account of the test run's storage, past every proxy and every adapter of ours. */
export function artefactsIn(account: string): ContainerClient {
  const { storage } = testStack();
  const credential = new StorageSharedKeyCredential(account, storage.accountKey(account));
  return new BlobServiceClient(storage.blobUrl(account), credential).getContainerClient('artefacts');
}

/** SHA-256 of a page blob, lower-case hex; where the service keeps no page it is zero. */
export async function digestOfBlob(account: string, name: string): Promise<string> {
  const blob = artefactsIn(account).getPageBlobClient(name);
  if (!(await blob.exists())) return 'no blob';
  const { contentLength = 0 } = await blob.getProperties();
  const hash = createHash('sha256');
  let position = 0;
  const skipTo = (end: number): void => {
    for (; position < end; position += zeros.length) hash.update(zeros.subarray(0, end - position));
    position = end;
  };
  for await (const { start, end } of blob.listPageRanges()) {
    skipTo(start);
    hash.update(await blob.downloadToBuffer(start, end + 1 - start));
    position = end + 1;
  }
  skipTo(contentLength);
  return hash.digest('hex');
}
