import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { structureRules } from '../../../src/domain/certification/rules/azure-application/package/table';
import { runRules } from '../../../src/domain/certification/run-rules';
import { readPackage, readSingleFile } from '../../../src/inspection/package/read-package';
import { writeApplication } from '../../support/application-package';

let folder: string;
let app: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offer-folder-'));
  writeApplication(folder);
  app = join(folder, 'app');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const faults = async (path = app): Promise<readonly string[]> =>
  runRules(await readPackage(path), structureRules).map(({ ruleId, target }) =>
    `${ruleId} ${target.file ?? ''}`.trim(),
  );

it('reads a folder as it reads the zip of it', async () => {
  mkdirSync(join(app, 'scripts'));
  writeFileSync(join(app, 'scripts/a.sh'), 'ls');

  const read = await readPackage(app);

  expect(await faults()).toEqual([]);
  expect(read.entries.map(({ name }) => name)).toEqual([
    'createUiDefinition.json',
    'mainTemplate.json',
    'scripts',
    'scripts/a.sh',
  ]);
  expect(read.mainTemplate).toEqual((await readPackage(join(folder, 'app.zip'))).mainTemplate);
});

it('leaves out what version control keeps', async () => {
  mkdirSync(join(app, '.git'));
  writeFileSync(join(app, '.git/config.json'), '{');

  expect(await faults()).toEqual([]);
});

it('names links and sockets without following them', async () => {
  symlinkSync('/etc/passwd', join(app, 'passwd.json'));
  symlinkSync(app, join(app, 'loop'));
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(join(app, 'socket.json'), resolve));

  const found = await faults();
  server.close();

  expect(found).toEqual([
    'app.package.links loop',
    'app.package.links passwd.json',
    'app.package.links socket.json',
  ]);
});

it('names zips inside by their first bytes', async () => {
  writeFileSync(join(app, 'a.bin'), Buffer.from('PK\u0003\u0004', 'latin1'));
  writeFileSync(join(app, 'b.zip'), 'no');

  expect(await faults()).toEqual(['app.package.nested-zip a.bin']);
});

it('stops after 2000 names', async () => {
  for (let index = 0; index < 2001; index += 1) writeFileSync(join(app, `f${index}`), '');

  expect(await faults()).toContain('app.package.limits');
});

it('says what JSON is not UTF-8, and takes a byte order mark', async () => {
  writeFileSync(join(app, 'a.json'), Buffer.from('{"a":"é"}', 'latin1'));
  writeFileSync(join(app, 'b.json'), Buffer.from('\uFEFF{ "b": }', 'utf8'));

  const findings = runRules(await readPackage(app), structureRules);

  expect(findings).toMatchObject([
    { params: { flaw: 'notUtf8' }, target: { file: 'a.json', line: 1, column: 1 } },
    { params: { flaw: 'syntax' }, target: { file: 'b.json', line: 1, column: 8 } },
  ]);
});

it('keeps no more JSON in memory than it may', async () => {
  for (let index = 0; index < 10; index += 1)
    writeFileSync(join(app, `big${index}.json`), JSON.stringify('x'.repeat(4 * 1024 * 1024 - 5000)));

  const { files } = await readPackage(app);

  expect(files.filter(({ json }) => json?.fault?.problem === 'tooLarge').map(({ path }) => path)).toEqual([
    'big8.json',
    'big9.json',
  ]);
});

it('reads a single file of any name, and tells what cannot be opened', async () => {
  writeFileSync(join(folder, 'x.txt'), '{ "resources": [] }');

  expect((await readSingleFile(join(folder, 'x.txt'))).mainTemplate?.path).toBe('x.txt');
  await expect(readSingleFile(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(readSingleFile(folder)).rejects.toMatchObject({ code: 'EISDIR' });
  await expect(readPackage(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'ENOENT' });
});
