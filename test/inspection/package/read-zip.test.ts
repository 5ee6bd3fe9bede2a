import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { PackageFacts } from '../../../src/domain/certification/package-facts';
import { structureRules } from '../../../src/domain/certification/rules/azure-application/package/table';
import { runRules } from '../../../src/domain/certification/run-rules';
import { readPackage } from '../../../src/inspection/package/read-package';
import { readZip, zipOptions } from '../../../src/inspection/package/read-zip';
import { type ZipEntry, zipOf } from '../../support/zip';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offer-zip-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const template = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  resources: [{ type: 'Microsoft.Resources/deployments', name: 'pid-00000000-0000-4000-8000-000000000000' }],
};
const main: ZipEntry = { name: 'mainTemplate.json', content: JSON.stringify(template) };
const form: ZipEntry = { name: 'createUiDefinition.json', content: '{"handler":"x"}' };
const whole = [main, form];

async function read(bytes: Buffer): Promise<PackageFacts> {
  const path = join(folder, 'app.zip');
  writeFileSync(path, bytes);
  return readPackage(path);
}

const faultsOf = (facts: PackageFacts): readonly string[] =>
  runRules(facts, structureRules).map(({ ruleId, target }) =>
    target.file === undefined ? ruleId : `${ruleId} ${target.file}`,
  );

it('finds nothing wrong with an ordinary package', async () => {
  const facts = await read(zipOf([...whole, { name: 'nested/' }, { name: 'nested/a.sh', content: 'ls' }]));

  expect(faultsOf(facts)).toEqual([]);
  expect(facts.mainTemplate?.path).toBe('mainTemplate.json');
  expect(facts.createUi?.path).toBe('createUiDefinition.json');
  expect(facts.files.map(({ path }) => path)).toContain('nested/a.sh');
});

it.each<[string, readonly ZipEntry[], readonly string[]]>([
  ['a path that climbs out', [{ name: '../../etc/passwd' }], ['app.package.entry-names ../../etc/passwd']],
  ['an absolute path', [{ name: '/etc/passwd' }], ['app.package.entry-names /etc/passwd']],
  ['a drive', [{ name: 'C:/a' }], ['app.package.entry-names C:/a']],
  ['backslashes', [{ name: 'a\\..\\b' }], ['app.package.entry-names a\\\\..\\\\b']],
  [
    'a control character',
    [{ name: 'a\u0000.json', content: '{}' }],
    ['app.package.entry-names a\\u0000.json'],
  ],
  ['a name that reads backwards', [{ name: 'a\u202Egpj.sh' }], ['app.package.entry-names a\u202Egpj.sh']],
  ['a device of Windows', [{ name: 'con.txt' }], ['app.package.entry-names con.txt']],
  ['a name that Windows shortens', [{ name: 'a. ' }], ['app.package.entry-names a. ']],
  ['an endless name', [{ name: `${'a'.repeat(300)}` }], [`app.package.entry-names ${'a'.repeat(300)}`]],
  ['endless folders', [{ name: `${'a/'.repeat(30)}b` }], [`app.package.entry-names ${'a/'.repeat(30)}b`]],
  [
    'a name in an old code page',
    [{ name: Buffer.from([0x81, 0x2e, 0x61]) }],
    ['app.package.entry-names ü.a'],
  ],
  [
    'a name that lies about being UTF-8',
    [{ name: Buffer.from([0x81, 0x2e, 0x61]), flags: 0x800 }],
    ['app.package.entry-names \uFFFD.a'],
  ],
  [
    'a symbolic link',
    [{ name: 'link', content: '/etc', mode: 0o120777 }, { name: 'link/passwd' }],
    ['app.package.links link'],
  ],
  ['a pipe', [{ name: 'pipe', mode: 0o010644 }], ['app.package.links pipe']],
  [
    'a name that stands twice',
    [
      { name: 'a', content: '1' },
      { name: 'a', content: '2' },
    ],
    ['app.package.same-names a'],
  ],
  ['names that differ in case', [{ name: 'A' }, { name: 'a' }], ['app.package.same-names a']],
  [
    'names that differ in how an accent is written',
    [{ name: '\u00e9' }, { name: 'e\u0301' }],
    ['app.package.same-names e\u0301'],
  ],
  ['a file and a folder of one name', [{ name: 'a' }, { name: 'a/' }], ['app.package.same-names a/']],
  ['a file where others have a folder', [{ name: 'a' }, { name: 'A/b' }], ['app.package.same-names a']],
  ['an encrypted entry', [{ name: 'a', content: 'secret', flags: 1 }], ['app.package.packing a']],
  ['an unknown method', [{ name: 'a', content: 'x', method: 14 }], ['app.package.packing a']],
  ['a zip in the zip', [{ name: 'a.zip', content: zipOf([main]) }], ['app.package.nested-zip a.zip']],
  ['a zip under another name', [{ name: 'a.bin', content: zipOf([main]) }], ['app.package.nested-zip a.bin']],
  [
    'less data than claimed',
    [{ name: 'a', content: 'abc', claimed: { bytes: 10 } }],
    ['app.package.damaged a'],
  ],
  [
    'more data than claimed',
    [{ name: 'a', content: 'a'.repeat(5000), claimed: { bytes: 10 } }],
    ['app.package.damaged a'],
  ],
  [
    'another checksum',
    [{ name: 'a', content: 'abc', claimed: { crc: crc32('abd') } }],
    ['app.package.damaged a'],
  ],
  ['two names for one entry', [{ name: 'a', ownName: 'b' }], ['app.package.damaged a']],
  ['64-bit sizes that are true', [{ name: 'a', content: 'abc', zip64: true }], []],
  [
    '64-bit sizes that lie',
    [{ name: 'a', content: 'abc', zip64: true, claimed: { bytes: 2 ** 45 } }],
    ['app.package.file-size a', 'app.package.ratio a'],
  ],
])('names %s, and nothing else', async (_what, entries, expected) => {
  const facts = await read(zipOf([...whole, ...entries]));

  expect(faultsOf(facts)).toEqual(expected);
});

it('names entries that share their bytes', async () => {
  const shared = { name: 'a', content: '0'.repeat(200), method: 'store' } as const;
  const facts = await read(zipOf([...whole, shared, { ...shared, claimed: { offset: localBytes(whole) } }]));

  expect(faultsOf(facts)).toEqual(['app.package.damaged a', 'app.package.same-names a']);
});

it('never unpacks a bomb', async () => {
  const bomb = { name: 'bomb', content: Buffer.alloc(64 * 1024 * 1024) };
  const facts = await read(zipOf([...whole, bomb]));

  expect(faultsOf(facts)).toEqual(['app.package.ratio bomb']);
  expect(facts.files.map(({ path }) => path)).not.toContain('bomb');
});

it('stops after 2000 entries', async () => {
  const many = Array.from({ length: 2500 }, (_each, index) => ({ name: `f${index}` }));
  const facts = await read(zipOf([...whole, ...many]));

  expect(faultsOf(facts)).toEqual(['app.package.limits']);
  expect(facts.entries).toHaveLength(2000);
});

it('reads no JSON that is bigger than a template may be', async () => {
  const huge = { name: 'huge.json', content: `[${'1,'.repeat(2_500_000)}1]`, method: 'store' } as const;
  const facts = await read(zipOf([...whole, huge]));

  expect(faultsOf(facts)).toEqual(['app.package.json huge.json']);
});

it.each<[string, Buffer]>([
  ['nothing', Buffer.alloc(0)],
  ['no zip', Buffer.from('hello')],
  ['half a zip', zipOf(whole).subarray(0, 200)],
])('says of %s that it cannot be read, and of no file that it is missing', async (_what, bytes) => {
  expect(faultsOf(await read(bytes))).toEqual(['app.package.readable']);
});

it('finds a package that was zipped with its folder', async () => {
  const facts = await read(zipOf(whole.map((each) => ({ ...each, name: `app/${String(each.name)}` }))));

  expect(runRules(facts, structureRules)).toMatchObject([
    { ruleId: 'app.package.root-files', expected: 'mainTemplate.json', actual: 'app/mainTemplate.json' },
    {
      ruleId: 'app.package.root-files',
      expected: 'createUiDefinition.json',
      actual: 'app/createUiDefinition.json',
    },
  ]);
});

it('throws what says nothing about the zip: that its bytes cannot be had', async () => {
  class StoreFailure extends Error {}
  const failing = (): Readable =>
    new Readable({
      read() {
        this.destroy(new StoreFailure('away'));
      },
    });
  class AwayAfterOpening extends RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      const bytes = zipOf(whole).subarray(start, end);
      return start < 100 ? failing() : Readable.from([bytes]);
    }
  }
  const bytes = zipOf(whole).length;
  const open = async (): Promise<ZipFile> =>
    fromRandomAccessReaderPromise(new AwayAfterOpening(), bytes, zipOptions);

  await expect(readZip(open, bytes)).rejects.toThrow('away');
  await expect(readZip(() => Promise.reject(new StoreFailure('gone')), 10)).rejects.toThrow('gone');
});

it('ends in findings whatever byte of a package is changed', async () => {
  const good = zipOf([...whole, { name: 'a/b.txt', content: 'text', method: 'store' }]);

  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, byte) => {
      const changed = Buffer.from(good);
      changed[at] = byte;

      const findings = runRules(await read(changed), structureRules);

      expect(findings.map(({ ruleId }) => ruleId)).not.toContain('certification.rule-crashed');
    }),
    { numRuns: 300 },
  );
});

const localBytes = (entries: readonly ZipEntry[]): number =>
  zipOf(entries).indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
