import { type GuestFiles, linesOf } from '../guest-files';
import { GuestUnreadable } from '../guest-unreadable';

/** Whoever has a home: everybody in passwd, and whoever was there before and left one. */
export type Person = {
  readonly name: string;
  readonly id: string;
  /** Without a slash at its end; empty for the root folder. */
  readonly home: string;
  /** Whether the account has a shell; system accounts have none, and their homes are mostly no homes. */
  readonly hasShell: boolean;
};

const mostPeople = 1_000;

/** Throws `GuestUnreadable` where there are more people than anybody looks after. */
export async function peopleIn(files: GuestFiles): Promise<readonly Person[]> {
  const listed = (await linesOf(files, '/etc/passwd')).flatMap(personIn);
  const before = (await files.list('/home')).map((name) => ({ name, home: `/home/${name}` }));
  const homes = new Set(listed.map(({ home }) => home));
  const left = [{ name: 'root', home: '/root' }, ...before].filter(({ home }) => !homes.has(home));
  const people = [...listed, ...left.map((person) => ({ ...person, id: '', hasShell: true }))];
  if (people.length > mostPeople) throw new GuestUnreadable('tooMuch', `${people.length} accounts`);
  return people;
}

function personIn(line: string): readonly Person[] {
  const [name = '', , id = '', , , home = '', shell = ''] = line.split(':');
  if (name === '' || !home.startsWith('/') || home === '/nonexistent') return [];
  return [{ name, id, home: withoutEmptyParts(home), hasShell: isShell(shell.trim()) }];
}

/** Not by a regular expression: a home of a million slashes would take it for ever. */
function withoutEmptyParts(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.map((part) => `/${part}`).join('');
}

/** Nothing stands for /bin/sh (passwd(5)); these end as soon as they begin. */
function isShell(shell: string): boolean {
  return !/(?:^|\/)(?:nologin|false|true|sync|shutdown|halt)$/.test(shell);
}
