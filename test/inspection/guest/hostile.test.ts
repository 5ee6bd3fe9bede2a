import fc from 'fast-check';
import { inspectGuest } from '../../../src/inspection/guest/inspect-guest';
import type { RangeReader } from '../../../src/inspection/guest/range-reader';
import { type Edits, type FileSystems, openFileSystems } from '../../support/guest-image';
import { memoryDisk } from '../../support/memory-disk';

const limits = { reads: 500, bytes: 4_000_000, asks: 20_000, ms: 20_000 };
const block = 4096;

let systems: FileSystems;
let healthy: Buffer;
/** Blocks of the file system that are not empty: its metadata, directories and files. */
let used: readonly number[];

beforeAll(() => {
  systems = openFileSystems();
  healthy = systems.make();
  const zeros = Buffer.alloc(block);
  used = Array.from({ length: healthy.length / block }, (_, index) => index).filter(
    (index) => !healthy.subarray(index * block, (index + 1) * block).equals(zeros),
  );
});
afterAll(() => systems.remove());

async function inspect(fileSystem: Buffer) {
  const guest = await inspectGuest({ ...memoryDisk(fileSystem), limits });

  expect(guest.spent.reads).toBeLessThanOrEqual(limits.reads);
  expect(guest.spent.bytes).toBeLessThanOrEqual(limits.bytes);
  return guest.system;
}

const changed = (edits: readonly Edit[]): Buffer => {
  const copy = Buffer.from(healthy);
  for (const { at, bytes } of edits) Buffer.from(bytes).copy(copy, at);
  return copy;
};

type Edit = { readonly at: number; readonly bytes: Uint8Array };

/** Numbers that loops and sizes are made of, and any others. */
const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 16 }),
  fc.constantFrom(
    ...['00000000', 'ffffffff', '01000000', '00000080', '02000000'].map((hex) => Buffer.from(hex, 'hex')),
  ),
);
const within = (start: number, length: number): fc.Arbitrary<Edit> =>
  fc.record({ at: fc.integer({ min: start, max: start + length - 16 }), bytes });

const superblock = within(1024, 1024);
const groupDescriptors = within(block, 512);
const anywhereUsed = fc.nat().chain((which) => within((used[which % used.length] ?? 0) * block, block));

it.each([
  ['its superblock', () => superblock],
  ['its group descriptors', () => groupDescriptors],
  ['any of its metadata, directories and files', () => anywhereUsed],
])('answers for a file system that is damaged in %s, and stays within its limits', async (_where, edit) => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit(), { minLength: 1, maxLength: 12 }), async (edits) => {
      const system = await inspect(changed(edits));

      expect(['linux', 'unreadable']).toContain(system.kind);
    }),
    { numRuns: 6 },
  );
});

it.each<[string, Edits]>([
  ['a link that leads to itself', { links: { 'etc/os-release': 'os-release' } }],
  ['links that lead to each other', { links: { 'etc/os-release': 'two', 'etc/two': 'os-release' } }],
  [
    'a list of packages that claims 8 TiB',
    { commands: ['set_inode_field /var/lib/dpkg/status size 8796093022208'] },
  ],
  ['a folder that claims to be a file', { commands: ['set_inode_field /etc/shadow mode 040755'] }],
  ['a folder whose entry is its parent', { commands: ['link /root /root/again', 'link / /home/top'] }],
  [
    'an account list that is a device',
    { remove: ['etc/shadow'], commands: ['cd /etc', 'mknod shadow c 1 5'] },
  ],
  [
    'a block that belongs to many files',
    { commands: ['set_inode_field /etc/passwd block[3] 1', 'set_inode_field /etc block[5] 1'] },
  ],
])('answers for %s', async (_what, edits) => {
  const system = await inspect(systems.make(edits));

  expect(['linux', 'unreadable']).toContain(system.kind);
});

it('calls damaged what it cannot read, and never takes it for not there', async () => {
  const system = await inspect(systems.make({ commands: ['set_inode_field /etc/shadow block[0] 0'] }));

  expect(system).toMatchObject({ kind: 'unreadable', reason: 'damaged' });
});

it.each<[string, (fileSystem: Buffer) => void, object]>([
  [
    'is larger than its partition',
    (bytes) => bytes.writeUInt32LE(0x7fff_ffff, 1024 + 4),
    { reason: 'damaged' },
  ],
  ['has groups of no block', (bytes) => bytes.writeUInt32LE(0, 1024 + 0x20), { reason: 'damaged' }],
  [
    'waits for its journal',
    (bytes) => bytes.writeUInt32LE(bytes.readUInt32LE(1024 + 0x60) | 4, 1024 + 0x60),
    { reason: 'unclean' },
  ],
  [
    'is encrypted',
    (bytes) => bytes.write('LUKS\xba\xbe', 0, 'latin1'),
    { reason: 'fileSystem', detail: 'LUKS (partition 1)' },
  ],
  [
    'belongs to LVM',
    (bytes) => bytes.write('LABELONE', 512),
    { reason: 'fileSystem', detail: 'LVM (partition 1)' },
  ],
  ['is NTFS', (bytes) => bytes.write('NTFS    ', 3), { reason: 'fileSystem', detail: 'NTFS (partition 1)' }],
  ['is XFS', (bytes) => bytes.write('XFSB', 0), { reason: 'fileSystem', detail: 'XFS (partition 1)' }],
  [
    'is btrfs',
    (bytes) => bytes.write('_BHRfS_M', 0x10040),
    { reason: 'fileSystem', detail: 'btrfs (partition 1)' },
  ],
  ['is nothing known', (bytes) => bytes.fill(0), { reason: 'noRoot' }],
])('says why it cannot look into a partition that %s', async (_what, change, expected) => {
  const copy = Buffer.from(healthy);
  change(copy);

  expect(await inspect(copy)).toMatchObject({ kind: 'unreadable', ...expected });
});

it('ends where the blocks of a folder lead to each other', async () => {
  const old = openFileSystems(['-t', 'ext2', '-b', '1024']);
  const blockOfItself = 50_000;
  const fileSystem = old.make({
    commands: [`set_inode_field /home block[TIND] ${blockOfItself}`, `set_inode_field /home size ${2 ** 30}`],
  });
  old.remove();
  for (let at = 0; at < 1024; at += 4) fileSystem.writeUInt32LE(blockOfItself, blockOfItself * 1024 + at);

  expect(await inspect(fileSystem)).toMatchObject({ kind: 'unreadable', reason: 'damaged' });
});

it('does not judge the beginning of a file for the whole', async () => {
  const system = await inspect(systems.make({ commands: [`set_inode_field /etc/shadow size ${2 ** 30}`] }));

  expect(system).toEqual({ kind: 'unreadable', reason: 'tooMuch', detail: '/etc/shadow' });
});

it.each(['ext2', 'ext3'])('reads %s with small blocks', async (kind) => {
  const old = openFileSystems(['-t', kind, '-b', '1024', '-O', '^resize_inode']);
  const fileSystem = old.make();
  old.remove();

  expect(await inspect(fileSystem)).toMatchObject({ kind: 'linux', fileSystem: kind, os: { id: 'debian' } });
});

describe('limits', () => {
  const slow = (read: RangeReader['read']): RangeReader => ({ ...memoryDisk(healthy).disk, read });

  it('ends when there has been too much to do', async () => {
    const { system } = await inspectGuest({ ...memoryDisk(healthy), limits: { ...limits, ms: 1 } });

    expect(system).toEqual({ kind: 'unreadable', reason: 'tooSlow', detail: '1 ms' });
  });

  it.each([
    ['reads', { reads: 3 }],
    ['bytes', { bytes: 100_000 }],
    ['questions', { asks: 10 }],
  ])('ends when there are too many %s', async (_what, less) => {
    const { system } = await inspectGuest({ ...memoryDisk(healthy), limits: { ...limits, ...less } });

    expect(system).toMatchObject({ kind: 'unreadable', reason: 'tooMuch' });
  });

  it('fails, and says nothing of the image, when its storage fails', async () => {
    const disk = slow(() => Promise.reject(new Error('storage is down')));

    await expect(inspectGuest({ ...memoryDisk(healthy), disk, limits })).rejects.toThrow('storage is down');
  });

  it('ends at once when it is canceled', async () => {
    const cancel = new AbortController();
    const { disk } = memoryDisk(healthy);
    const canceling = slow((offset, length, signal) => {
      if (offset > 1024 * 1024) cancel.abort(new Error('enough'));
      return disk.read(offset, length, signal);
    });

    const inspected = inspectGuest({
      ...memoryDisk(healthy),
      disk: canceling,
      signal: cancel.signal,
      limits,
    });

    await expect(inspected).rejects.toThrow('enough');
  });
});
