import type { LinuxGuest, Setting } from '../../../domain/certification/guest-facts-schema';
import { type GuestFiles, linesOf } from '../guest-files';
import { GuestUnreadable } from '../guest-unreadable';
import { pathsMatching } from './glob';
import { readSshdLine, type SshdLine } from './sshd-line';

const mainFile = '/etc/ssh/sshd_config';

/** sshd takes no more within each other; the files in all are counted because each may include many. */
const mostDepth = 16;
const mostFiles = 200;
const mostCharacters = 100;

export type SshServer = {
  readonly facts: NonNullable<LinuxGuest['sshServer']>;
  /** Every value of `AuthorizedKeysFile`, also those for some connections only: each lets somebody in. */
  readonly authorizedKeysFiles: readonly string[];
};

/**
 * What the SSH server goes by. Of several lines the first counts, a file that is included counts where it is included, and
 * whatever stands under `Match` is for some connections only.
 */
export async function readSshServer(files: GuestFiles): Promise<SshServer | undefined> {
  if ((await files.look(mainFile)) === undefined) return undefined;
  const reading = { files, left: mostFiles };
  const lines = await effectiveLines(reading, { file: mainFile, depth: 0, isForSome: false });
  const first = (keyword: string): Setting | null => {
    const line = lines.find((each) => each.keyword === keyword && !each.isForSome);
    return line
      ? { value: line.values.join(' ').slice(0, mostCharacters), file: line.file, line: line.line }
      : null;
  };
  return {
    facts: {
      clientAliveInterval: first('clientaliveinterval'),
      passwordAuthentication: first('passwordauthentication'),
    },
    authorizedKeysFiles: lines
      .filter(({ keyword }) => keyword === 'authorizedkeysfile')
      .flatMap(({ values }) => values),
  };
}

type Line = SshdLine & { readonly file: string; readonly line: number; readonly isForSome: boolean };
type Reading = { readonly files: GuestFiles; left: number };
type Place = { readonly file: string; readonly depth: number; readonly isForSome: boolean };

/** Throws `GuestUnreadable` where there are more files than anybody keeps. */
async function effectiveLines(reading: Reading, { file, depth, isForSome }: Place): Promise<readonly Line[]> {
  if (depth > mostDepth) return [];
  if ((reading.left -= 1) < 0) throw new GuestUnreadable('tooMuch', `${mostFiles} files of ${mainFile}`);
  const effective: Line[] = [];
  let isMatch = isForSome;
  for (const [index, text] of (await linesOf(reading.files, file)).entries()) {
    const line = readSshdLine(text);
    if (line === undefined) continue;
    if (line.keyword === 'match') isMatch = isForSome || line.values.join(' ').toLowerCase() !== 'all';
    else if (line.keyword !== 'include')
      effective.push({ ...line, file, line: index + 1, isForSome: isMatch });
    else
      for (const each of await included(reading.files, line.values))
        effective.push(
          ...(await effectiveLines(reading, { file: each, depth: depth + 1, isForSome: isMatch })),
        );
  }
  return effective;
}

/** Relative patterns begin in /etc/ssh. */
async function included(files: GuestFiles, patterns: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const pattern of patterns)
    found.push(...(await pathsMatching(files, pattern.startsWith('/') ? pattern : `/etc/ssh/${pattern}`)));
  return found;
}
