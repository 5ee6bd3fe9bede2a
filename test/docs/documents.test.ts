import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { documentedCommands } from './commands';
import {
  anchorsOf,
  commandsOf,
  type Document,
  documents,
  fencesOf,
  linksOf,
  notRunIn,
  proseOf,
  root,
} from './documents';

const all = documents();
const tests: Readonly<Record<string, readonly string[]>> = documentedCommands;
const run = new Set(Object.values(tests).flat());

describe.each(all.map((document) => [document.path, document] as const))('%s', (_path, document) => {
  it('shows no command that nobody runs, unless it says so', () => {
    const admitted = notRunIn(document);

    expect(
      commandsOf(document).filter((command) => !run.has(command) && !admitted.includes(command)),
    ).toEqual([]);
  });

  it('says "not run" of nothing but commands it shows and nobody runs', () => {
    const shown = commandsOf(document);

    expect(notRunIn(document).filter((command) => run.has(command) || !shown.includes(command))).toEqual([]);
  });

  it('says of every block of code what it is', () => {
    const languages = fencesOf(document).map(({ language }) => language);

    expect(languages.filter((language) => !known.includes(language))).toEqual([]);
  });

  it('shows only JSON that can be read', () => {
    const blocks = fencesOf(document).filter(({ language }) => language === 'json');

    for (const { lines } of blocks) expect(() => JSON.parse(lines.join('\n')) as unknown).not.toThrow();
  });

  it('links to nothing that is missing', () => {
    expect(linksOf(document).filter((target) => !resolves(document, target))).toEqual([]);
  });

  it('leaves nothing for later', () => {
    expect(proseOf(document).match(/\b(TODO|FIXME|XXX|TBD|lorem ipsum|coming soon)\b/gi)).toBeNull();
  });
});

it('runs no command that no document shows any more', () => {
  const shown = new Set(all.flatMap(commandsOf));

  expect([...run].filter((command) => !shown.has(command))).toEqual([]);
});

it('names tests that exist', () => {
  expect(Object.keys(tests).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

const known = ['sh', 'diff', 'json', 'text', 'ts', 'python', 'sql', 'yaml', 'ini'];

/** Addresses on the web are not visited: tests reach loopback only. */
function resolves(document: Document, target: string): boolean {
  if (/^(https?|mailto):/.test(target)) return URL.canParse(target);
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? document.path : normalize(join(dirname(document.path), path));
  if (file.startsWith('..') || !existsSync(join(root, file))) return false;
  if (anchor === undefined) return true;
  return anchorsOf({ path: file, text: readFileSync(join(root, file), 'utf8') }).includes(anchor);
}
