import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobServiceClient, type ContainerClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import { publisherSas } from '../../src/local/journey/publisher-sas';
import { uploadDisk } from '../../src/local/journey/upload-disk';
import { testStack } from '../support/stack';

const mib = 1024 * 1024;
const ranges = [
  { start: 0, end: 512 },
  { start: 2 * mib, end: 8 * mib },
];
const bytes = 16 * mib;

let folder: string;
let path: string;
let content: Buffer;
let container: ContainerClient;

beforeEach(async () => {
  const { storage } = testStack();
  const credential = new StorageSharedKeyCredential('publisher', storage.accountKey('publisher'));
  container = new BlobServiceClient(storage.blobUrl('publisher'), credential).getContainerClient(
    `test-${randomUUID()}`,
  );
  await container.create();
  folder = await mkdtemp(join(tmpdir(), 'upload-'));
  path = join(folder, 'disk');
  content = Buffer.alloc(bytes);
  for (const { start, end } of ranges) randomBytes(end - start).copy(content, start);
  await writeFile(path, content);
});
afterEach(async () => {
  await container.delete();
  await rm(folder, { recursive: true });
});

it('uploads where there is data and nowhere else', async () => {
  const blob = container.getPageBlobClient('disk.vhd');
  const progress: number[] = [];

  await uploadDisk(blob, { path, bytes, ranges }, (done) => progress.push(done));

  const { pageRange = [] } = await blob.getPageRanges(0, bytes);
  // The client library counts to the last byte, not past it.
  const written = pageRange.reduce((sum, { count = 0 }) => sum + count + 1, 0);
  expect((await blob.downloadToBuffer()).equals(content)).toBe(true);
  expect(written).toBe(512 + 6 * mib);
  expect(progress.at(-1)).toBe(512 + 6 * mib);
});

it('leaves a whole upload as it is, and begins anew after one that was cut off', async () => {
  const blob = container.getPageBlobClient('disk.vhd');
  await blob.create(bytes);
  await uploadDisk(blob, { path, bytes, ranges }, () => undefined);
  const first = await blob.getProperties();

  await uploadDisk(blob, { path, bytes, ranges }, () => undefined);

  const second = await blob.getProperties();
  expect((await blob.downloadToBuffer()).equals(content)).toBe(true);
  expect(second.etag).toBe(first.etag);
});

it('signs a URL as the marketplace asks for it, which opens the blob without a key', async () => {
  const { storage } = testStack();
  const credential = new StorageSharedKeyCredential('publisher', storage.accountKey('publisher'));
  await container.getBlockBlobClient('note').uploadData(Buffer.from('hello'));

  const sas = new URLSearchParams(publisherSas(container.containerName, credential));

  const days = (Date.parse(sas.get('se') ?? '') - Date.parse(sas.get('st') ?? '')) / 86_400_000;
  const answer = await fetch(`${container.url}/note?${sas.toString()}`);
  expect([sas.get('sp'), sas.get('sr')]).toEqual(['rl', 'c']);
  expect(sas.get('st')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(Date.parse(sas.get('st') ?? '')).toBeLessThan(Date.now());
  expect(days).toBeGreaterThan(22);
  expect(await answer.text()).toBe('hello');
});
