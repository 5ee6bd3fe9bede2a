import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { zipOf } from '../../../src/cli/upload/zip';
import { packageFiles } from '../../../src/services/package-files/package-files';
import type { StoredBytes } from '../../../src/services/ports';
import { sha256 } from '../../support/signed-package';

/** Notes how much was read at once. */
function stored(content: Buffer): StoredBytes & { readonly reads: number[] } {
  const reads: number[] = [];
  return {
    reads,
    bytes: content.length,
    read: async (offset, count) => {
      reads.push(count);
      return content.subarray(offset, offset + count);
    },
  };
}

const files = [
  { path: 'mainTemplate.json', content: Buffer.from('{}') },
  { path: 'nested/über.json', content: Buffer.from('{"a":1}') },
];

describe('the files of a package', () => {
  it('are listed by path, each with the digest of what is unpacked', async () => {
    const listed = await packageFiles.list(stored(zipOf(files.toReversed())));

    expect(listed).toEqual(
      files.map(({ path, content }) => ({ path, bytes: content.length, digest: sha256(content) })),
    );
  });

  it('are opened by exactly their path', async () => {
    const zip = stored(zipOf(files));

    expect(await text(Readable.from((await packageFiles.open(zip, 'nested/über.json')) ?? []))).toBe(
      '{"a":1}',
    );
    for (const path of ['nested', 'nested/', '../nested/über.json', 'MAINTEMPLATE.JSON', '']) {
      expect(await packageFiles.open(zip, path)).toBeUndefined();
    }
  });

  it('are read piece by piece, never whole', async () => {
    const content = randomBytes(5 * 1024 * 1024);
    const zip = stored(zipOf([{ path: 'noise.bin', content }]));

    const listed = await packageFiles.list(zip);

    expect(listed).toMatchObject([{ digest: sha256(content) }]);
    expect(Math.max(...zip.reads)).toBeLessThanOrEqual(1024 * 1024);
  });

  const zip = zipOf(files);
  const noise = zipOf([{ path: 'noise.bin', content: randomBytes(4096) }]);
  const spoiled = (content: Buffer, at: number): Buffer => {
    const copy = Buffer.from(content);
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    return copy;
  };
  /** The directory says another length than what is unpacked. */
  const lying = (): Buffer => {
    const copy = Buffer.from(zip);
    const directory = copy.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    copy.writeUInt32LE(1, directory + 24);
    return copy;
  };

  it.each<[string, Buffer]>([
    ['no zip', Buffer.from('not a zip, but long enough to be looked at')],
    ['nothing', Buffer.alloc(0)],
    ['a zip cut off', zip.subarray(0, zip.length - 30)],
    ['a zip without a beginning', zip.subarray(20)],
    ['a length that is a lie', lying()],
    ['packed bytes that are spoiled', spoiled(noise, 0)],
    ['two files of one name', zipOf([...files, { path: 'MAINTEMPLATE.json', content: Buffer.from('[]') }])],
    [
      'more files than anybody needs',
      zipOf(Array.from({ length: 2_001 }, (_, index) => ({ path: `${index}`, content: Buffer.alloc(0) }))),
    ],
  ])('are none in %s', async (_name, content) => {
    expect(await packageFiles.list(stored(content))).toBeUndefined();
  });

  it('are not called damaged when the store is away', async () => {
    const away = {
      bytes: 4096,
      read: async () => {
        throw new Error('The store is away.');
      },
    };

    await expect(packageFiles.list(away)).rejects.toThrow('The store is away.');
    await expect(packageFiles.open(away, 'mainTemplate.json')).rejects.toThrow('The store is away.');
  });
});
