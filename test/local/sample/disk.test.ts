import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageRange } from '../../../src/domain/replication/page-ranges';
import { parseVhdFooter } from '../../../src/inspection/vhd-footer';
import { fixturePath, writeSampleDisk } from '../../../src/local/sample/disk';
import { diskTree, type Entry } from '../../../src/local/sample/disk-tree';
import { noise, noiseNumber } from '../../../src/local/sample/noise';

const mebibyte = 1024 * 1024;
const gibibyte = 1024 * mebibyte;
const partitionStart = 2048 * 512;

let folder: string;
let path: string;
let disk: { readonly bytes: number; readonly ranges: readonly PageRange[] };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sample-disk-'));
  path = join(folder, 'disk.vhd');
  disk = await writeSampleDisk(path);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** e2fsprogs on the disk's partition; its tools may be outside an ordinary user's PATH. */
function debugfs(request: string): Buffer {
  const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
  const target = `${path}?offset=${partitionStart}`;
  return execFileSync('debugfs', ['-R', request, target], { env, stdio: 'pipe', maxBuffer: 64 * mebibyte });
}

async function read(start: number, length: number, from = path): Promise<Buffer> {
  const file = await open(from, 'r');
  try {
    return (await file.read(Buffer.alloc(length), 0, length, start)).buffer;
  } finally {
    await file.close();
  }
}

it('is a fixed VHD of exactly 1 GiB with a correct checksum', async () => {
  const footer = parseVhdFooter(await read(gibibyte, 512));

  expect(disk.bytes).toBe(gibibyte + 512);
  expect(statSync(path).size).toBe(disk.bytes);
  expect(footer).toMatchObject({
    features: 2,
    formatVersion: 0x10000,
    dataOffset: 'ffffffffffffffff',
    originalSize: gibibyte,
    currentSize: gibibyte,
    diskType: 2,
    savedState: 0,
  });
  expect(footer?.checksum).toBe(footer?.computedChecksum);
});

it('has one Linux partition from sector 2048 to its end, and before it only code that says what it is', async () => {
  const head = await read(0, partitionStart);

  expect(head.toString('latin1', 0, 440)).toContain('This sample disk does not boot.');

  const entry = head.subarray(446, 462);
  expect(entry[4]).toBe(0x83);
  expect(entry.readUInt32LE(8)).toBe(2048);
  expect(entry.readUInt32LE(12)).toBe(gibibyte / 512 - 2048);
  expect(head.subarray(462, 512)).toEqual(Buffer.concat([Buffer.alloc(48), Buffer.from('55aa', 'hex')]));
  expect(head.subarray(512).every((byte) => byte === 0)).toBe(true);
});

it('says truly where data is: everything else is zero', async () => {
  const data = disk.ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  expect(data).toBeGreaterThan(96 * mebibyte);
  expect(data).toBeLessThan(100 * mebibyte);

  const gaps = disk.ranges.map(({ start }, at) => ({ start: disk.ranges[at - 1]?.end ?? 0, end: start }));
  const zeros = Buffer.alloc(4 * mebibyte);
  for (const gap of gaps) {
    for (let at = gap.start; at < gap.end; at += zeros.length) {
      const length = Math.min(zeros.length, gap.end - at);
      expect((await read(at, length)).equals(zeros.subarray(0, length))).toBe(true);
    }
  }
});

/** What debugfs finds of an entry, in the entry's own terms. */
function found(entry: Entry): Entry {
  const { path: at } = entry;
  if (entry.kind === 'file') return { ...entry, content: debugfs(`cat /${at}`) };
  const stat = debugfs(`stat /${at}`).toString();
  if (entry.kind === 'link') return { ...entry, target: /Fast link dest: "(.*)"/.exec(stat)?.[1] ?? '' };
  return { ...entry, mode: parseInt(/Type: directory +Mode: +([0-7]+)/.exec(stat)?.[1] ?? '', 8) };
}

it('holds an ext4 file system with the whole tree', () => {
  const entries = diskTree.filter(
    (entry) => entry.kind !== 'file' || noiseNumber(entry.content) === undefined,
  );

  expect(entries.map(found)).toEqual(entries);
});

it('holds large files of noise, each whole and in order', () => {
  const payload = debugfs('cat /usr/lib/sample/payload-2.bin');

  const expected = Buffer.concat([...noise(2 * 24 * 256, 24 * mebibyte)]);
  expect(payload.equals(expected)).toBe(true);
});

it('is what the marketplace asks of a Linux image', () => {
  expect(debugfs('cat /etc/os-release').toString()).toContain('ID=debian');
  expect(debugfs('cat /etc/ssh/sshd_config').toString()).toContain('ClientAliveInterval 180');
  for (const parameter of ['console=ttyS0', 'earlyprintk=ttyS0', 'rootdelay=300']) {
    expect(debugfs('cat /boot/grub/grub.cfg').toString()).toContain(parameter);
  }
  expect(debugfs('cat /etc/fstab').toString()).not.toContain('swap');
  expect(debugfs('cat /var/lib/dpkg/status').toString()).toMatch(/Package: walinuxagent\n[^]*?Version: 2\.9/);
  expect(debugfs('ls -p /root').toString()).not.toMatch(/bash_history|\.ssh/);
});

it('is always the same disk, from a small fixture', async () => {
  const second = join(folder, 'second.vhd');

  const again = await writeSampleDisk(second);

  expect(again).toEqual(disk);
  for (const { start, end } of disk.ranges) {
    expect((await read(start, end - start, second)).equals(await read(start, end - start))).toBe(true);
  }
  expect(statSync(fixturePath).size).toBeLessThan(300 * 1024);
});
