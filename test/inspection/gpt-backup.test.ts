import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { inspectImage } from '../../src/inspection/image-inspection';
import { digests } from '../../src/services/digests';
import { makeFooter } from '../support/vhd';

const mebibyte = 1024 * 1024;
const sector = 512;
const bytes = 20 * mebibyte;
const last = bytes / sector - 1;
const backupAt = last * sector;
const entriesAt = backupAt - 32 * sector;

let folder: string;
let healthy: Buffer;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gpt-'));
  healthy = partitioned('label: gpt\nsize=8MiB, type=L\ntype=L\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A raw disk with a table that sfdisk wrote; the tool may be outside an ordinary user's PATH. */
function partitioned(script: string): Buffer {
  const file = join(folder, 'disk.raw');
  writeFileSync(file, '');
  truncateSync(file, bytes);
  const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
  execFileSync('sfdisk', ['--quiet', file], { env, input: script, stdio: 'pipe' });
  return readFileSync(file);
}

/** As a fixed VHD, in pieces of a page. */
function factsOf(disk: Buffer) {
  const file = Buffer.concat([disk, makeFooter(disk.length)]);
  const inspection = inspectImage(file.length, digests);
  for (let at = 0; at < file.length; at += 4096) inspection.data(file.subarray(at, at + 4096));
  return inspection.finish().facts;
}

const changed = (change: (disk: Buffer) => void): Buffer => {
  const disk = Buffer.from(healthy);
  change(disk);
  return disk;
};

it('finds nothing wrong with what sfdisk writes', () => {
  expect(factsOf(healthy)).toMatchObject({
    partitionTable: 'gpt',
    partitionTableFaults: [],
    gptBackupFaults: [],
  });
});

it('asks for no backup where the table is an MBR', () => {
  expect(factsOf(partitioned('label: dos\ntype=83\n'))).toMatchObject({
    partitionTable: 'mbr',
    gptBackupFaults: [],
  });
});

it.each<[string, (disk: Buffer) => void, string]>([
  ['is missing', (disk) => disk.fill(0, backupAt), `the last sector of the disk (${last}) holds no backup`],
  ['was changed', (disk) => disk.writeUInt8(1, backupAt + 60), 'the checksum of the GPT’s backup header'],
  ['claims any size', (disk) => disk.writeUInt32LE(4, backupAt + 12), 'impossible size'],
  ['has other entries', (disk) => disk.writeUInt8(1, entriesAt + 100), 'the checksum of the entries'],
  ['is that of another disk', foreignBackup, 'the GPT and its backup name other partitions'],
  [
    'is a copy of the first header',
    (disk) => disk.copy(disk, backupAt, sector, 2 * sector),
    'is not the one of the last sector',
  ],
])('names a backup that %s', (_what, damage, fault) => {
  const facts = factsOf(changed(damage));

  expect(facts.gptBackupFaults).toContainEqual(expect.stringContaining(fault));
  expect(facts.partitionTableFaults).toEqual([]);
});

function foreignBackup(disk: Buffer): void {
  partitioned('label: gpt\nsize=4MiB, type=L\n').copy(disk, entriesAt, entriesAt);
}

it('names a backup that was left behind when the disk grew', () => {
  const grown = Buffer.concat([healthy, Buffer.alloc(mebibyte)]);

  expect(factsOf(grown).gptBackupFaults).toEqual([
    `the last sector of the disk (${last + 2048}) holds no backup of the GPT`,
  ]);
});

/** In the first header: the first sector that partitions may use, and the disk's GUID. */
const [usable, guid] = [sector + 40, sector + 60];

it('says of a damaged first table once that the backup is good', () => {
  const facts = factsOf(
    changed((disk) => {
      disk.writeUInt8(1, usable);
      disk.writeUInt8(1, 2 * sector + 100);
    }),
  );

  expect(facts.partitionTableFaults).toEqual([
    'the GPT header checksum is wrong',
    'the GPT entries checksum is wrong; its backup at the end of the disk is good',
  ]);
  expect(facts.gptBackupFaults).toEqual([]);
});

const perhaps = 'a whole backup, perhaps of an earlier table, stands at the end of the disk (partitions: 2)';

it.each<[string, (disk: Buffer) => void, string]>([
  ['is that of another disk', (disk) => disk.writeUInt8(1, guid), 'the GPT header checksum is wrong'],
  ['is missing', (disk) => disk.fill(0, sector, 2 * sector), 'a protective MBR without a GPT header'],
  ['claims any size', (disk) => disk.writeUInt32LE(4, sector + 12), 'a GPT header of impossible size'],
])('promises no more of the backup than is known where the first header %s', (_what, damage, fault) => {
  const facts = factsOf(changed(damage));

  expect(facts.partitionTableFaults).toEqual([`${fault}; ${perhaps}`]);
  expect(facts.gptBackupFaults).toEqual([]);
  expect(facts.strayHeadSectors).toBe(0);
});

it.each<[string, (disk: Buffer) => void]>([
  ['beyond what is read', (disk) => disk.writeUInt32LE(1 << 20, sector + 72)],
  ['at its own sector', (disk) => disk.writeUInt32LE(1, sector + 72)],
])('takes no entries for stray content where a damaged header places them %s', (_what, damage) => {
  const facts = factsOf(changed(damage));

  expect(facts.partitionTableFaults[1]).toContain('the GPT entries lie outside the first MiB');
  expect(facts.strayHeadSectors).toBe(0);
});

it.each<[string, (disk: Buffer) => void]>([
  ['is wiped', (disk) => disk.fill(0, 0, sector)],
  ['names no partition', (disk) => disk.fill(0, 446, 510)],
])('reads a GPT whose protective MBR %s, and says so', (_what, damage) => {
  const facts = factsOf(changed(damage));

  expect(facts).toMatchObject({
    partitionTable: 'gpt',
    partitionTableFaults: ['a GPT without its protective MBR'],
    partitions: [{ number: 1 }, { number: 2 }],
    strayHeadSectors: 0,
  });
});

it('takes an MBR that names partitions for the table, though a GPT was left behind it', () => {
  const facts = factsOf(
    changed((disk) => {
      disk.writeUInt8(0x83, 446 + 4);
    }),
  );

  expect(facts).toMatchObject({ partitionTable: 'mbr', partitions: [{ type: '83' }] });
});

it('says of a backup that is missing, too, why it is of no use where there is no first header', () => {
  const facts = factsOf(
    changed((disk) => {
      disk.fill(0, sector, 2 * sector);
      disk.fill(0, backupAt);
    }),
  );

  expect(facts.partitionTableFaults).toEqual(['a protective MBR without a GPT header']);
  expect(facts.gptBackupFaults).toEqual([`the last sector of the disk (${last}) holds no backup of the GPT`]);
});

it('does not call a backup good that lists as many partitions too many', () => {
  const rows = Array.from({ length: 257 }, () => 'size=4KiB, type=L\n');
  const facts = factsOf(partitioned(`label: gpt\ntable-length: 260\ngrain: 4KiB\n${rows.join('')}`));

  expect(facts.partitionTableFaults).toContainEqual('more than 256 partitions');
  expect(facts.gptBackupFaults).toEqual([]);
});

it('says nothing good of the backup where both are damaged', () => {
  const facts = factsOf(
    changed((disk) => {
      disk.writeUInt8(1, usable);
      disk.writeUInt8(1, backupAt + 60);
    }),
  );

  expect(facts.partitionTableFaults).toEqual(['the GPT header checksum is wrong']);
  expect(facts.gptBackupFaults).toEqual(['the checksum of the GPT’s backup header is wrong']);
});

it('ends with faults for any backup', () => {
  fc.assert(
    fc.property(fc.nat({ max: 92 }), fc.uint8Array({ minLength: 1, maxLength: 8 }), (at, edit) => {
      const disk = changed((copy) => Buffer.from(edit).copy(copy, backupAt + at));
      const isSame = disk.equals(healthy);

      expect(factsOf(disk).gptBackupFaults.length > 0 || isSame || at + edit.length > 92).toBe(true);
    }),
    { numRuns: 20 },
  );
});
