import { changeLines } from '../../../src/domain/review/change-lines';
import { fileChanges, type FoundPackage, reviewedFiles } from '../../../src/domain/review/package-files';

const found = (artefactId: string, files: Readonly<Record<string, string>>): FoundPackage => ({
  artefactId,
  digest: `zip of ${artefactId}`,
  bytes: 1,
  files: Object.entries(files).map(([path, digest]) => ({ path, digest, bytes: 1 })),
});

it('the files of each plan’s newest version are reviewed, whatever order they come in', () => {
  const files = reviewedFiles([
    found('basic/1.10.0/package', { 'b.json': '2', 'a.json': '1' }),
    found('basic/1.9.0/package', { 'old.json': '0' }),
    found('pro/1.0.0/package', { 'a.json': '3' }),
  ]);

  expect(files.map(({ name }) => name)).toEqual(['basic/a.json', 'basic/b.json', 'pro/a.json']);
});

it('files are compared by content, also when the version is another', () => {
  const live = [found('basic/1.0.0/package', { 'a.json': '1', 'b.json': '2', 'gone.json': '3' })];
  const next = [found('basic/1.0.1/package', { 'a.json': '1', 'b.json': 'x', 'new.json': '4' })];

  expect(fileChanges(live, next)).toEqual([
    { kind: 'changed', name: 'basic/b.json' },
    { kind: 'added', name: 'basic/new.json' },
    { kind: 'removed', name: 'basic/gone.json' },
  ]);
});

it('of very many changes the first lines are told, and how many are left', () => {
  const files = Array.from({ length: 250 }, (_unused, index) => ({
    kind: 'added' as const,
    name: `f${index}`,
  }));

  const lines = changeLines([], files);

  expect([lines.length, lines[0], lines.at(-1)]).toEqual([200, 'f0: added', '+51']);
});
