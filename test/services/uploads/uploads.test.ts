import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { AccountConfig } from '../../../src/config';
import { sasUrlFindings } from '../../../src/domain/certification/sas-findings';
import { scanForData } from '../../../src/inspection/zero-scan';
import { openBlobStore } from '../../../src/services/blob-storage/blob-store';
import type { Upload, UploadAnswer } from '../../../src/services/ports';
import { containerName } from '../../../src/services/uploads/container-name';
import { createUploads } from '../../../src/services/uploads/uploads';
import { testStack } from '../../support/stack';

const mebibyte = 1024 * 1024;

function account(): AccountConfig {
  const { storage } = testStack();
  const credential = { accountName: 'publisher', accountKey: storage.accountKey('publisher') };
  return { name: 'publisher', url: storage.blobUrl('publisher'), credential };
}

let now = new Date();
const uploads = () => createUploads({ account: account(), clock: () => now, scanForData });

/** Nobody else's containers. */
const newPublisher = (): string => `p${randomUUID().slice(0, 8)}`;

async function* pieces(content: Buffer, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

const disk = (publisherId: string, content: Buffer, rest: Partial<Upload> = {}): Promise<UploadAnswer> =>
  uploads().store({
    publisherId,
    kind: 'disk',
    name: 'web.vhd',
    bytes: content.length,
    content: pieces(content, 100_000),
    ...rest,
  });

const blobsOf = async (publisherId: string, kind: Upload['kind']): Promise<readonly string[]> => {
  const names: string[] = [];
  const store = openBlobStore(account(), undefined, containerName(publisherId, kind));
  for await (const { name } of store.list()) names.push(name);
  return names;
};

/** Data at both ends, zeros between: 9 MiB and a sector. */
function sparseDisk(): Buffer {
  const content = Buffer.alloc(9 * mebibyte + 512);
  randomBytes(5000).copy(content, 3 * mebibyte - 100);
  randomBytes(512).copy(content, content.length - 512);
  return content;
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

it('stores a disk byte for byte, its zeros not at all, and gives an address that certification takes', async () => {
  const publisherId = newPublisher();
  const content = sparseDisk();

  const answer = await disk(publisherId, content);

  if (answer.kind !== 'stored') throw new Error(answer.fault);
  expect(answer).toMatchObject({ digest: sha256(content), bytes: content.length });
  expect(sasUrlFindings(answer.url, now, '')).toEqual([]);
  expect(sha256(Buffer.from(await (await fetch(answer.url)).arrayBuffer()))).toBe(answer.digest);
  const store = openBlobStore(account(), undefined, containerName(publisherId, 'disk'));
  const stored = (await store.dataRanges(`web-${answer.digest.slice(0, 16)}.vhd`)).reduce(
    (sum, { start, end }) => sum + end - start,
    0,
  );
  expect(stored).toBeLessThan(64 * 1024);
});

it('gives the same address when it is repeated, and leaves the blob as it was', async () => {
  const publisherId = newPublisher();
  const content = sparseDisk();
  const addressOf = (answer: UploadAnswer): string =>
    answer.kind === 'stored' ? (answer.url.split('?')[0] ?? '') : answer.fault;
  const first = await disk(publisherId, content);
  const etag = (await fetch(first.kind === 'stored' ? first.url : '')).headers.get('etag');

  const again = await disk(publisherId, content);

  expect(addressOf(again)).toBe(addressOf(first));
  expect((await fetch(again.kind === 'stored' ? again.url : '')).headers.get('etag')).toBe(etag);
  expect(await blobsOf(publisherId, 'disk')).toHaveLength(1);
});

it('never writes over what an offer may point to: other content under the same name stands beside it', async () => {
  const publisherId = newPublisher();
  const other = sparseDisk();
  other[0] = 1;

  await disk(publisherId, sparseDisk());
  await disk(publisherId, other);

  expect(await blobsOf(publisherId, 'disk')).toHaveLength(2);
});

it('cuts a disk to its length where only a bound was known before', async () => {
  const content = sparseDisk();
  const { bytes: _unknown, ...upload } = {
    publisherId: newPublisher(),
    kind: 'disk' as const,
    name: 'web.vhd',
    bytes: 0,
    content: pieces(content),
    atMost: content.length + 777,
  };

  const answer = await uploads().store(upload);

  if (answer.kind !== 'stored') throw new Error(answer.fault);
  expect((await (await fetch(answer.url)).arrayBuffer()).byteLength).toBe(content.length);
});

it.each([
  ['shorter than announced', { bytes: 9 * mebibyte + 1024 }, 'lengthDiffers'],
  ['longer than announced', { bytes: 9 * mebibyte }, 'lengthDiffers'],
  ['no whole sectors', { bytes: 100 }, 'notSectors'],
  ['empty', { bytes: 0 }, 'empty'],
  ['larger than any disk', { bytes: 5_000 * 1024 * mebibyte }, 'tooLarge'],
  ['no disk by its name', { name: 'web.iso' }, 'name'],
  ['named to escape', { name: '../web.vhd' }, 'name'],
])('refuses a disk that is %s, and keeps nothing of it', async (_what, rest, fault) => {
  const publisherId = newPublisher();

  const answer = await disk(publisherId, sparseDisk(), rest);

  expect(answer).toEqual({ kind: 'refused', fault });
  expect(await blobsOf(publisherId, 'disk')).toEqual([]);
});

it('keeps nothing of an upload that breaks off', async () => {
  const publisherId = newPublisher();
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield randomBytes(5 * mebibyte);
    throw new Error('the sender is gone');
  }

  await expect(
    uploads().store({ publisherId, kind: 'disk', name: 'web.vhd', bytes: 9 * mebibyte, content: breaking() }),
  ).rejects.toThrow('the sender is gone');
  expect(await blobsOf(publisherId, 'disk')).toEqual([]);
});

it('removes what a killed process left, a day later, and not what is under way', async () => {
  const publisherId = newPublisher();
  const store = openBlobStore(account(), undefined, containerName(publisherId, 'disk'));
  await store.createPageBlob('uploading/left-behind', 4 * mebibyte);

  await disk(publisherId, sparseDisk());
  const soon = await blobsOf(publisherId, 'disk');
  now = new Date(now.getTime() + 25 * 3_600_000);
  await disk(publisherId, sparseDisk());
  now = new Date();

  expect(soon).toContain('uploading/left-behind');
  expect(await blobsOf(publisherId, 'disk')).not.toContain('uploading/left-behind');
});

it('stores a package in blocks, byte for byte', async () => {
  const content = randomBytes(9 * mebibyte + 3);

  const answer = await uploads().store({
    publisherId: newPublisher(),
    kind: 'package',
    name: 'app.zip',
    content: pieces(content),
  });

  if (answer.kind !== 'stored') throw new Error(answer.fault);
  expect(answer.digest).toBe(sha256(content));
  expect(sha256(Buffer.from(await (await fetch(answer.url)).arrayBuffer()))).toBe(answer.digest);
});

it.each([
  ['package', 'app.zip', randomBytes(mebibyte)],
  ['logo', 'logo.png', Buffer.from('89504e470d0a1a0a00', 'hex')],
] as const)(
  'refuses a %s of another length than announced, and keeps nothing of it',
  async (kind, name, content) => {
    const publisherId = newPublisher();
    const store = (bytes: number): Promise<UploadAnswer> =>
      uploads().store({ publisherId, kind, name, bytes, content: pieces(content) });

    const [shorter, longer] = [await store(content.length + 1), await store(content.length - 1)];
    const kept = await blobsOf(publisherId, kind);

    expect([shorter, longer]).toEqual([
      { kind: 'refused', fault: 'lengthDiffers' },
      { kind: 'refused', fault: 'lengthDiffers' },
    ]);
    expect(kept).toEqual([]);
    expect(await store(content.length)).toMatchObject({ kind: 'stored' });
  },
);

it.each([
  ['a PNG', Buffer.from('89504e470d0a1a0a00', 'hex'), 'logo.png', 'image/png'],
  ['a JPEG whose name says PNG', Buffer.from('ffd8ffe000', 'hex'), 'logo.png', 'image/jpeg'],
])('stores %s with the type that its content has', async (_what, content, name, type) => {
  const answer = await uploads().store({
    publisherId: newPublisher(),
    kind: 'logo',
    name,
    content: pieces(content),
  });

  if (answer.kind !== 'stored') throw new Error(answer.fault);
  expect((await fetch(answer.url)).headers.get('content-type')).toBe(type);
});

it.each([
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'notPicture'],
  ['too large', Buffer.alloc(5 * mebibyte + 1), 'tooLarge'],
  ['empty', Buffer.alloc(0), 'empty'],
])('refuses a logo that is %s', async (_what, content, fault) => {
  const answer = await uploads().store({
    publisherId: newPublisher(),
    kind: 'logo',
    name: 'logo.png',
    content: pieces(content),
  });

  expect(answer).toEqual({ kind: 'refused', fault });
});

it.each([
  ['contoso', 'vhds-contoso'],
  ['contoso-labs', 'vhds-contoso-labs'],
])('keeps the files of %s in %s', (publisherId, container) => {
  expect(containerName(publisherId, 'disk')).toBe(container);
});

it('gives every publisher a container of their own that storage accepts', () => {
  const ids = ['a_b', 'a-b', 'a--b', 'a-', 'a', `id-${'0'.repeat(40)}`, 'a'.repeat(50), `${'a'.repeat(49)}_`];

  const names = ids.map((id) => containerName(id, 'package'));

  expect(new Set(names).size).toBe(ids.length);
  for (const name of names) expect(name).toMatch(/^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/);
});
