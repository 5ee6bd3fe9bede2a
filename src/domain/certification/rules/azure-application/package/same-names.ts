import type { PackageEntry } from '../../../package-entries';
import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';

export const sameNames: Rule<PackageFacts> = {
  id: 'app.package.same-names',
  severity: 'error',
  title: 'No two names mean the same file',
  rationale:
    'One program takes the first, another the last: the review sees one file, and customers deploy the other.',
  policy: '300.4',
  message: {
    en: '{entry} means the same file as {actual} on some systems.',
    es: '{entry} es el mismo archivo que {actual} en algunos sistemas.',
    ru: 'В некоторых системах {entry} — тот же файл, что и {actual}.',
    zh: '在某些系统上，{entry} 与 {actual} 是同一个文件。',
  },
  fix: {
    en: 'Keep one of {entry} and {actual}, or rename one.',
    es: 'Conserve uno de {entry} y {actual}, o cambie el nombre de uno.',
    ru: 'Оставьте один из файлов {entry} и {actual} либо переименуйте один из них.',
    zh: '请保留 {entry} 和 {actual} 之一，或重命名其中一个。',
  },
  judges: ({ form }) => form !== 'file',
  check: ({ entries }) => {
    const known = new Map<string, string>();
    const folders = foldersOf(entries);
    return entries.flatMap((entry) => {
      const key = meaningOf(entry);
      const first = known.get(key) ?? (entry.kind === 'file' ? folders.get(key) : undefined);
      known.set(key, entry.name);
      // A folder may be listed with and without its files.
      return first === undefined
        ? []
        : [{ params: { entry: entry.name }, actual: first, target: { file: entry.name } }];
    });
  },
};

/** Without what file systems do not tell apart: case, ways to write an accent, the two slashes, a closing slash. */
const meaningOf = ({ name }: PackageEntry): string =>
  name.replaceAll('\\', '/').replace(/\/+$/, '').normalize('NFC').toLowerCase();

/** The folders that entries lie in, each with one of them: a file of that name leaves no place for them. */
function foldersOf(entries: readonly PackageEntry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap((entry) => {
      const parts = meaningOf(entry).split('/').slice(0, -1);
      return parts.map((_part, index) => [parts.slice(0, index + 1).join('/'), entry.name] as const);
    }),
  );
}
