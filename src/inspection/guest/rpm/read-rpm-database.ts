import { compareVersions } from '../../../domain/certification/rules/guest/compare-versions';
import { DatabaseFault } from './database-fault';
import { versionInHeader } from './rpm-header';
import { type FileBytes, openSqlitePages, type SqlitePages } from './sqlite-pages';
import { columnsOf, valueOf } from './sqlite-record';
import { rowOf, rowsOf } from './sqlite-table';

/** All that are asked for together; of one name there can be several, e.g. for two architectures. */
const mostPackages = 64;

/**
 * Versions of the packages whose names are asked for, from RPM's SQLite database (rpm 4.16 and later). Of several with
 * one name the oldest counts. Throws `DatabaseFault`.
 */
export async function readRpmDatabase(
  read: FileBytes,
  isAsked: (name: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const pages = await openSqlitePages(read);
  const { names, packages } = await rootsIn(pages);
  const versions = new Map<string, string>();
  for (const { name, row } of await namesIn(pages, names, isAsked)) {
    const version = await versionOf(pages, packages, row);
    const known = versions.get(name);
    if (known === undefined || compareVersions(version, known) < 0) versions.set(name, version);
  }
  return versions;
}

/** What a row says of itself stands in front of what makes it long. */
const shortBytes = 400;

async function rootsIn(pages: SqlitePages): Promise<{ readonly names: number; readonly packages: number }> {
  const roots = new Map<string, number>();
  for await (const row of rowsOf(pages, 1)) {
    const payload = await row.beginning(shortBytes);
    const [kind, name, , root] = columnsOf(payload, 4).map((column) => valueOf(payload, column));
    if (kind === 'table' && (name === 'Name' || name === 'Packages') && typeof root === 'number')
      roots.set(name, root);
  }
  const [names, packages] = [roots.get('Name'), roots.get('Packages')];
  if (names === undefined || packages === undefined) throw new DatabaseFault('it is no list of packages');
  return { names, packages };
}

type Named = { readonly name: string; readonly row: number };

async function namesIn(
  pages: SqlitePages,
  root: number,
  isAsked: (name: string) => boolean,
): Promise<readonly Named[]> {
  const found: Named[] = [];
  for await (const each of rowsOf(pages, root)) {
    const payload = await each.beginning(shortBytes);
    const [name, row] = columnsOf(payload, 2).map((column) => valueOf(payload, column));
    if (typeof name !== 'string' || typeof row !== 'number' || !isAsked(name)) continue;
    if (found.length >= mostPackages)
      throw new DatabaseFault('it has too many packages of those that are looked for');
    found.push({ name, row });
  }
  return found;
}

async function versionOf(pages: SqlitePages, root: number, number: number): Promise<string> {
  const row = await rowOf(pages, root, number);
  if (row === undefined) throw new DatabaseFault(`it has no package ${number}`);
  // The first column is the row's number, the second one the header.
  const [, header] = columnsOf(await row.beginning(shortBytes), 2);
  if (header === undefined || header.start > shortBytes) throw new DatabaseFault('a package in it is empty');
  return versionInHeader(async (bytes) => {
    const until = Math.min(header.start + bytes, header.end);
    return (await row.beginning(until)).subarray(header.start);
  });
}
