import { createCipheriv, createHash, randomUUID } from 'node:crypto';
import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import { publisherSas } from '../../src/local/journey/publisher-sas';
import { drawSampleArtwork } from '../../src/local/sample/artwork';
import type { SampleParts } from '../../src/local/sample/offer';
import { makeFooter, writeMbr } from './vhd';

const mebibyte = 1024 * 1024;
export const diskBytes = 1024 * mebibyte;
const sector = 512;
const pieceBytes = 4 * mebibyte;

export type PublisherAccount = { readonly url: string; readonly accountName: string; readonly key: string };

/** What a publisher has in storage: SAS URLs of an image that nobody else has, and of the listing's pictures. */
export type PublisherFiles = {
  readonly urls: Pick<SampleParts, 'osVhdUrl' | 'logoUrls'>;
  /** Bytes of the image that are not zero. */
  readonly dataBytes: number;
  readonly secrets: Readonly<Record<string, string>>;
};

/**
 * Uploads a fixed VHD of 1 GiB, the least for Linux, with so much data in eight places. `endpoint` is the account's
 * blob endpoint as the URLs name it, e.g. a proxy's.
 */
export async function uploadPublisherFiles(
  { url, accountName, key }: PublisherAccount,
  { endpoint, dataMebibytes }: { readonly endpoint: string; readonly dataMebibytes: number },
): Promise<PublisherFiles> {
  const credential = new StorageSharedKeyCredential(accountName, key);
  const container = `files-${randomUUID()}`;
  const client = new BlobServiceClient(url, credential).getContainerClient(container);
  await client.create();
  const disk = client.getPageBlobClient('linux.vhd');
  await disk.create(diskBytes + sector);
  let dataBytes = 0;
  for (const { offset, bytes } of imagePieces(dataMebibytes)) {
    await disk.uploadPages(bytes, offset, bytes.length);
    dataBytes += bytes.length;
  }
  for (const [name, picture] of await drawSampleArtwork()) {
    await client.getBlockBlobClient(name).uploadData(picture);
  }
  const sas = publisherSas(container, credential);
  const file = (name: string): string => `${endpoint}/${container}/${name}?${sas}`;
  return {
    urls: {
      osVhdUrl: file('linux.vhd'),
      logoUrls: { small: file('small.png'), medium: file('medium.png'), large: file('large.png') },
    },
    dataBytes,
    secrets: { 'the signature of the SAS URL': new URLSearchParams(sas).get('sig') ?? '' },
  };
}

type Piece = { readonly offset: number; readonly bytes: Buffer };

/** The bytes of the image that are not zero. */
export function* imagePieces(dataMebibytes: number): Generator<Piece> {
  const head = Buffer.alloc(sector);
  writeMbr(head, [{ type: 0x83, firstSector: 2048, sectors: diskBytes / sector - 2048 }]);
  yield { offset: 0, bytes: head };
  const noise = createCipheriv(
    'aes-128-ctr',
    createHash('md5').update(randomUUID()).digest(),
    Buffer.alloc(16),
  );
  const places = 8;
  const each = (dataMebibytes * mebibyte) / places;
  for (let place = 0; place < places; place += 1) {
    const start = mebibyte + Math.floor((place * (diskBytes - 2 * mebibyte)) / places / sector) * sector;
    for (let done = 0; done < each; done += pieceBytes) {
      const length = Math.min(pieceBytes, each - done);
      yield { offset: start + done, bytes: noise.update(Buffer.alloc(length)) };
    }
  }
  yield { offset: diskBytes, bytes: makeFooter(diskBytes) };
}
