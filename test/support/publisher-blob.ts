import {
  BlobServiceClient,
  ContainerSASPermissions,
  SASProtocol,
  StorageSharedKeyCredential,
  generateBlobSASQueryParameters,
} from '@azure/storage-blob';
import { testStack } from './stack';

const account = 'publisher';
const hourMs = 3_600_000;
const pieceBytes = 4 * 1024 * 1024;

export type PublisherBlob = {
  readonly name: string;
  /** Container-level, read and list, one day old and good for four weeks: as the rules want it. */
  readonly sasUrl: string;
  /** Puts other content in its place, which changes its ETag. */
  readonly replace: (content: Buffer) => Promise<void>;
  readonly remove: () => Promise<void>;
};

export type BlobShape = {
  readonly type?: 'page' | 'block';
  readonly name?: string;
  /** Blob endpoint of the account as the SAS URL has it, e.g. a proxy's. */
  readonly endpoint?: string;
};

/** Uploads content to a new container of the publisher's account, where it is not zero. */
export async function publisherBlob(content: Buffer, shape: BlobShape = {}): Promise<PublisherBlob> {
  const { blobUrl, accountKey } = testStack().storage;
  const credential = new StorageSharedKeyCredential(account, accountKey(account));
  const containerName = `vhds-${process.hrtime.bigint().toString(36)}`;
  const container = new BlobServiceClient(blobUrl(account), credential).getContainerClient(containerName);
  await container.create();
  const { name = 'disk.vhd' } = shape;

  const upload = async (bytes: Buffer): Promise<void> => {
    if (shape.type === 'block') {
      await container.getBlockBlobClient(name).uploadData(bytes);
      return;
    }
    const blob = container.getPageBlobClient(name);
    await blob.create(bytes.length);
    for (let start = 0; start < bytes.length; start += pieceBytes) {
      const piece = bytes.subarray(start, start + pieceBytes);
      if (piece.some((byte) => byte !== 0)) await blob.uploadPages(piece, start, piece.length);
    }
  };
  await upload(content);
  const sas = generateBlobSASQueryParameters(
    {
      containerName,
      permissions: ContainerSASPermissions.parse('rl'),
      protocol: SASProtocol.HttpsAndHttp,
      startsOn: new Date(Date.now() - 24 * hourMs),
      expiresOn: new Date(Date.now() + 28 * 24 * hourMs),
    },
    credential,
  );
  return {
    name,
    sasUrl: `${shape.endpoint ?? blobUrl(account)}/${containerName}/${name}?${sas.toString()}`,
    replace: upload,
    remove: async () => {
      await container.getBlobClient(name).delete();
    },
  };
}
