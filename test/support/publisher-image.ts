import { createCipheriv, createHash, randomUUID } from 'node:crypto';
import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import { readFileSync } from 'node:fs';
import { publisherSas } from '../../src/local/journey/publisher-sas';
import { drawSampleArtwork } from '../../src/local/sample/artwork';
import { fixturePath } from '../../src/local/sample/disk';
import { unpackFixture } from '../../src/local/sample/disk-fixture';
import type { SampleParts } from '../../src/local/sample/offer';

const mebibyte = 1024 * 1024;
export const diskBytes = 1024 * mebibyte;
const sector = 512;
const rootStart = 2048 * sector;
const pieceBytes = 4 * mebibyte;

export type PublisherAccount = { readonly url: string; readonly accountName: string; readonly key: string };

/** What a publisher has in storage: SAS URLs of an image that nobody else has, and of the listing's pictures. */
export type PublisherFiles = {
  readonly urls: Pick<SampleParts, 'osVhdUrl' | 'logoUrls'>;
  /** Bytes of the image that are not zero. */
  readonly dataBytes: number;
  readonly secrets: Readonly<Record<string, string>>;
};

type Files = {
  /** The account's blob endpoint as the URLs name it, e.g. a proxy's. */
  readonly endpoint: string;
  readonly dataMebibytes: number;
  /** What the root partition begins with instead of its file system. */
  readonly rootBegins?: Buffer;
};

/** Uploads a fixed VHD of 1 GiB, the least for Linux, with so much data in eight places beside a file system. */
export async function uploadPublisherFiles(
  { url, accountName, key }: PublisherAccount,
  { endpoint, dataMebibytes, rootBegins }: Files,
): Promise<PublisherFiles> {
  const credential = new StorageSharedKeyCredential(accountName, key);
  const container = `files-${randomUUID()}`;
  const client = new BlobServiceClient(url, credential).getContainerClient(container);
  await client.create();
  const disk = client.getPageBlobClient('linux.vhd');
  await disk.create(diskBytes + sector);
  let dataBytes = 0;
  for (const { offset, bytes } of imagePieces(dataMebibytes, rootBegins)) {
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

const groupBytes = 128 * mebibyte;
const places = diskBytes / groupBytes;

/**
 * The bytes of the image that are not zero: the sample's disk, which keeps every rule, with so much noise of its own
 * where its file system has nothing of itself. `rootBegins` is written over the beginning of the root partition.
 */
export function* imagePieces(dataMebibytes: number, rootBegins?: Buffer): Generator<Piece> {
  const { segments, content } = unpackFixture(readFileSync(fixturePath));
  let taken = 0;
  for (const { start, end, noiseFrom } of segments) {
    if (noiseFrom !== undefined) continue;
    const bytes = content.subarray(taken, (taken += end - start));
    yield { offset: start, bytes: start === rootStart && rootBegins ? over(bytes, rootBegins) : bytes };
  }
  const key = createHash('md5').update(randomUUID()).digest();
  const noise = createCipheriv('aes-128-ctr', key, Buffer.alloc(16));
  const each = (dataMebibytes * mebibyte) / places;
  for (let place = 0; place < places; place += 1) {
    // A group begins with what describes it; in the first one that is most, and its files of noise follow.
    const start = rootStart + place * groupBytes + 8 * mebibyte;
    for (let done = 0; done < each; done += pieceBytes) {
      const length = Math.min(pieceBytes, each - done);
      yield { offset: start + done, bytes: noise.update(Buffer.alloc(length)) };
    }
  }
}

function over(bytes: Buffer, beginning: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  beginning.copy(changed);
  return changed;
}
