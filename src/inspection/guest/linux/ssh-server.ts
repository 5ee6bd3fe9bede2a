import type { LinuxGuest, NamedSetting, Setting } from '../../../domain/certification/guest-facts-schema';
import { type GuestFiles, linesOf } from '../guest-files';
import { GuestUnreadable } from '../guest-unreadable';
import { pathsMatching } from './glob';
import { readSshdLine, type SshdLine } from './sshd-line';

/** The first counts; SUSE keeps the second for whoever has no own. */
const mainFiles = ['/etc/ssh/sshd_config', '/usr/etc/ssh/sshd_config'];
/** Without a file the server goes by its defaults. */
const programs = ['/usr/sbin/sshd', '/usr/bin/sshd', '/usr/local/sbin/sshd'];

/** sshd takes no more within each other; the files in all are counted because each may include many. */
const mostDepth = 16;
const mostFiles = 200;
const mostCharacters = 100;
const mostForSome = 50;

/** By what sshd lets people type a password in, as keyword and as people write it; the last two are the same. */
const passwordSettings = new Map([
  ['passwordauthentication', 'PasswordAuthentication'],
  ['kbdinteractiveauthentication', 'KbdInteractiveAuthentication'],
  ['challengeresponseauthentication', 'ChallengeResponseAuthentication'],
]);

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
  const lines = await linesOfServer(files);
  if (lines === undefined) return undefined;
  const first = (...keywords: readonly string[]): Line | undefined =>
    lines.find(({ keyword, isForSome }) => keywords.includes(keyword) && !isForSome);
  const setting = (keyword: string): Setting | null => at(first(keyword), settingIn);
  return {
    facts: {
      clientAliveInterval: setting('clientaliveinterval'),
      passwordAuthentication: setting('passwordauthentication'),
      keyboardInteractive: at(
        first('kbdinteractiveauthentication', 'challengeresponseauthentication'),
        namedSettingIn,
      ),
      usePam: setting('usepam'),
      passwordsForSome: lines
        .filter(({ keyword, isForSome }) => isForSome && passwordSettings.has(keyword))
        .map(namedSettingIn)
        .filter(({ value }) => value.toLowerCase() === 'yes')
        .slice(0, mostForSome),
    },
    authorizedKeysFiles: lines
      .filter(({ keyword }) => keyword === 'authorizedkeysfile')
      .flatMap(({ values }) => values),
  };
}

function at<Told>(line: Line | undefined, tell: (line: Line) => Told): Told | null {
  return line === undefined ? null : tell(line);
}

function settingIn({ values, file, line }: Line): Setting {
  return { value: values.join(' ').slice(0, mostCharacters), file, line };
}

function namedSettingIn(line: Line): NamedSetting {
  return { ...settingIn(line), name: passwordSettings.get(line.keyword) ?? line.keyword };
}

/** None where only the program is there; undefined where there is no server. */
async function linesOfServer(files: GuestFiles): Promise<readonly Line[] | undefined> {
  for (const file of mainFiles)
    if ((await files.look(file)) !== undefined)
      return effectiveLines({ files, left: mostFiles }, { file, depth: 0, isForSome: false });
  for (const program of programs) if ((await files.look(program)) !== undefined) return [];
  return undefined;
}

type Line = SshdLine & { readonly file: string; readonly line: number; readonly isForSome: boolean };
type Reading = { readonly files: GuestFiles; left: number };
type Place = { readonly file: string; readonly depth: number; readonly isForSome: boolean };

/** Throws `GuestUnreadable` where there are more files than anybody keeps. */
async function effectiveLines(reading: Reading, { file, depth, isForSome }: Place): Promise<readonly Line[]> {
  if (depth > mostDepth) return [];
  if ((reading.left -= 1) < 0) throw new GuestUnreadable('tooMuch', `${mostFiles} files of ${mainFiles[0]}`);
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
