import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { imageRules } from '../../src/domain/certification/rule-table';
import { runRules } from '../../src/domain/certification/run-rules';
import { inspectImage } from '../../src/inspection/image-inspection';
import { digests } from '../../src/services/digests';

const mebibyte = 1024 * 1024;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'converted-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A raw disk of so many bytes, converted by qemu-img as a publisher does it. */
function converted(bytes: number, ...options: readonly string[]): Buffer {
  const [raw, made] = ['disk.raw', 'disk.out'].map((name) => join(folder, name)) as [string, string];
  writeFileSync(raw, 'begins');
  truncateSync(raw, bytes);
  execFileSync('qemu-img', ['convert', '-f', 'raw', ...options, raw, made], { stdio: 'pipe' });
  return readFileSync(made);
}

/** What certification finds wrong with the container of a data disk. */
function found(file: Buffer): readonly string[] {
  const inspection = inspectImage(file.length, digests);
  for (let at = 0; at < file.length; at += mebibyte) inspection.data(file.subarray(at, at + mebibyte));
  return runRules(inspection.finish().facts, imageRules.dataDisk).map(({ ruleId }) => ruleId);
}

const asVhd = (...options: readonly string[]): readonly string[] => ['-O', 'vpc', '-o', options.join(',')];

it.each<[string, number, readonly string[], readonly string[]]>([
  ['a fixed VHD of the exact size', 32, asVhd('subformat=fixed', 'force_size'), []],
  ['a fixed VHD rounded to cylinders', 32, asVhd('subformat=fixed'), ['vm.vhd.size-alignment']],
  ['a dynamic VHD', 32, asVhd('subformat=dynamic', 'force_size'), ['vm.vhd.footer-type']],
  ['a VHD that is too small', 19, asVhd('subformat=fixed', 'force_size'), ['vm.vhd.size-minimum']],
  ['a VHDX', 32, ['-O', 'vhdx'], ['vm.vhd.format']],
  ['a qcow2', 32, ['-O', 'qcow2'], ['vm.vhd.format']],
  ['a VMDK', 32, ['-O', 'vmdk'], ['vm.vhd.format']],
  ['a VDI', 32, ['-O', 'vdi'], ['vm.vhd.format']],
  ['no container at all', 32, ['-O', 'raw'], ['vm.vhd.footer-cookie']],
])('judges %s that qemu-img wrote', (_what, mebibytes, options, expected) => {
  expect(found(converted(mebibytes * mebibyte, ...options))).toEqual(expected);
});

it('names a fixed VHD that lost its last sector, or got one more', () => {
  const whole = converted(32 * mebibyte, ...asVhd('subformat=fixed', 'force_size'));

  expect(found(whole.subarray(0, -512))).toEqual(['vm.vhd.footer-cookie']);
  expect(found(Buffer.concat([whole.subarray(0, -512), Buffer.alloc(512), whole.subarray(-512)]))).toEqual([
    'vm.vhd.file-length',
  ]);
});
