import {
  BlobServiceClient,
  ContainerSASPermissions,
  generateBlobSASQueryParameters,
  SASProtocol,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';

const account = 'publisher';
const container = 'vhds';
const pieceBytes = 4 * 1024 * 1024;
const weekMs = 7 * 86_400_000;

/** Puts a disk into storage as its page blob, where it is not zero, and returns a URL as the rules want it. */
export async function blobWithSas(
  path: string,
  { url, key }: { readonly url: string; readonly key: string },
): Promise<string> {
  const credential = new StorageSharedKeyCredential(account, key);
  const vhds = new BlobServiceClient(url, credential).getContainerClient(container);
  await vhds.create();
  const blob = vhds.getPageBlobClient(basename(path));
  const file = await open(path);
  try {
    const { size } = await file.stat();
    await blob.create(size);
    for (let start = 0; start < size; start += pieceBytes) {
      const piece = Buffer.alloc(Math.min(pieceBytes, size - start));
      await file.read(piece, 0, piece.length, start);
      if (piece.some((byte) => byte !== 0)) await blob.uploadPages(piece, start, piece.length);
    }
  } finally {
    await file.close();
  }
  const sas = generateBlobSASQueryParameters(
    {
      containerName: container,
      permissions: ContainerSASPermissions.parse('rl'),
      startsOn: new Date(Date.now() - weekMs),
      expiresOn: new Date(Date.now() + 4 * weekMs),
      protocol: SASProtocol.HttpsAndHttp,
    },
    credential,
  );
  return `${blob.url}?${sas.toString()}`;
}
