import type { PackagedFile } from '../../../src/domain/product-page/product-page';
import { changeLines } from '../../../src/domain/review/change-lines';
import {
  comparedFile,
  type ComparedPackages,
  fileChanges,
  type FoundPackage,
  nothingCompared,
  reviewedFiles,
} from '../../../src/domain/review/package-files';

const found = (artefactId: string, files: Readonly<Record<string, string>>): FoundPackage => ({
  artefactId,
  digest: `zip of ${artefactId}`,
  bytes: 1,
  files: Object.entries(files).map(([path, digest]) => file(path, digest)),
});
const file = (path: string, digest = ''): PackagedFile => ({ path, digest, bytes: 1 });

const before = (isApproved: boolean, ...packages: readonly FoundPackage[]): ComparedPackages => ({
  packages,
  isApproved,
});
const namesOf = (files: readonly { readonly name: string }[]): readonly string[] =>
  files.map(({ name }) => name);

it('every package is reviewed before any was approved, the newest of each plan under its plan’s name', () => {
  const files = reviewedFiles(
    [
      found('basic/1.10.0/package', { 'b.json': '2', 'a.json': '1' }),
      found('basic/1.9.0/package', { 'old.json': '0' }),
      found('pro/1.0.0/package', { 'a.json': '3' }),
    ],
    nothingCompared,
  );

  expect(namesOf(files)).toEqual(['basic/a.json', 'basic/b.json', 'pro/a.json', 'basic@1.9.0/old.json']);
});

const three = ['1.0.0', '1.1.0', '1.2.0'].map((version) =>
  found(`basic/${version}/package`, { 'a.json': version }),
);
const [first = found('', {})] = three;

it.each([
  ['approved is not reviewed again', before(true, first), ['basic/a.json', 'basic@1.1.0/a.json']],
  [
    'was sent back is reviewed again',
    before(false, first),
    ['basic/a.json', 'basic@1.1.0/a.json', 'basic@1.0.0/a.json'],
  ],
  [
    'was approved with other bytes is reviewed again',
    before(true, { ...first, digest: 'other' }),
    ['basic/a.json', 'basic@1.1.0/a.json', 'basic@1.0.0/a.json'],
  ],
])('an older package that %s', (_what, compared, expected) => {
  expect(namesOf(reviewedFiles(three, compared))).toEqual(expected);
});

it('a folder in the newest package hides no file of an older one', () => {
  const newest = found('basic/2.0.0/package', { '1.0.0/a.json': 'harmless' });

  const names = namesOf(reviewedFiles([first, newest], nothingCompared));

  expect(new Set(names).size).toBe(2);
});

it('files are compared by content, also when the version is another', () => {
  const live = [found('basic/1.0.0/package', { 'a.json': '1', 'b.json': '2', 'gone.json': '3' })];
  const next = [found('basic/1.0.1/package', { 'a.json': '1', 'b.json': 'x', 'new.json': '4' })];

  expect(fileChanges(next, before(true, ...live))).toEqual([
    { kind: 'changed', name: 'basic/b.json' },
    { kind: 'added', name: 'basic/new.json' },
    { kind: 'removed', name: 'basic/gone.json' },
  ]);
});

it('each package that is reviewed is compared with its own version, or with what its plan had newest', () => {
  const live = found('basic/1.0.0/package', { 'a.json': '1', 'b.json': '1' });
  const between = found('basic/1.1.0/package', { 'a.json': '1', 'b.json': '2' });
  const mended = { ...between, digest: 'mended', files: [file('b.json', '3')] };
  const newest = found('basic/1.2.0/package', { 'a.json': '4', 'b.json': '2' });

  expect(fileChanges([live, mended, newest], before(false, live, between))).toEqual([
    { kind: 'changed', name: 'basic/a.json' },
    { kind: 'changed', name: 'basic@1.1.0/b.json' },
    { kind: 'removed', name: 'basic@1.1.0/a.json' },
  ]);
  const inNewest = { inPackage: newest, isNewest: true };
  expect(comparedFile({ ...file('a.json'), ...inNewest }, before(true, live))).toMatchObject({
    digest: '1',
    inPackage: live,
  });
  expect(comparedFile({ ...file('new.json'), ...inNewest }, before(true, live))).toBeUndefined();
});

it('a newest package that was withdrawn is told: the one before it is compared with it', () => {
  const live = found('basic/1.0.0/package', { 'a.json': '1' });
  const withdrawn = found('basic/1.0.1/package', { 'a.json': '2', 'b.json': '2' });
  const compared = before(true, live, withdrawn);

  expect(fileChanges([live], compared)).toEqual([
    { kind: 'changed', name: 'basic/a.json' },
    { kind: 'removed', name: 'basic/b.json' },
  ]);
  expect(reviewedFiles([live], compared).map((each) => comparedFile(each, compared)?.digest)).toEqual(['2']);
});

it('a plan that is gone takes its files with it', () => {
  expect(fileChanges([], before(true, first))).toEqual([{ kind: 'removed', name: 'basic/a.json' }]);
});

it('of very many changes the first lines are told, and how many are left', () => {
  const files = Array.from({ length: 250 }, (_unused, index) => ({
    kind: 'added' as const,
    name: `f${index}`,
  }));

  const lines = changeLines([], files);

  expect([lines.length, lines[0], lines.at(-1)]).toEqual([200, 'f0: added', '+51']);
});
