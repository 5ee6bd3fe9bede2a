import type { LinuxGuest, Setting } from '../../../domain/certification/guest-facts-schema';
import { type GuestFiles, linesOf } from '../guest-files';

const mainFile = '/etc/ssh/sshd_config';
const mostFiles = 50;

/**
 * What the SSH server goes by. Of several lines the first counts, a file that is included counts where it is included, and
 * whatever stands under `Match` is for some connections only.
 */
export async function gatherSshServer(files: GuestFiles): Promise<LinuxGuest['sshServer']> {
  const lines = await effectiveLines(files, mainFile, { left: mostFiles });
  if (lines === undefined) return null;
  const first = (keyword: string): Setting | null => {
    const line = lines.find((each) => each.keyword === keyword);
    return line ? { value: line.value, file: line.file, line: line.line } : null;
  };
  return {
    clientAliveInterval: first('clientaliveinterval'),
    passwordAuthentication: first('passwordauthentication'),
  };
}

type Line = Setting & { readonly keyword: string };

/** `undefined` when there is no such file. Inclusions are counted, so that they cannot go round for ever. */
async function effectiveLines(
  files: GuestFiles,
  file: string,
  budget: { left: number },
): Promise<readonly Line[] | undefined> {
  if ((budget.left -= 1) < 0) return [];
  if ((await files.look(file)) === undefined) return undefined;
  const effective: Line[] = [];
  for (const [index, text] of (await linesOf(files, file)).entries()) {
    const [, keyword, value] = /^\s*([A-Za-z]+)(?:\s+|\s*=\s*)(.*?)\s*$/.exec(text) ?? [];
    if (keyword === undefined || value === undefined) continue;
    const name = keyword.toLowerCase();
    if (name === 'match') break;
    if (name !== 'include') effective.push({ keyword: name, value: unquoted(value), file, line: index + 1 });
    else
      for (const each of await included(files, value))
        effective.push(...((await effectiveLines(files, each, budget)) ?? []));
  }
  return effective;
}

function unquoted(value: string): string {
  return value
    .replace(/\s+#.*$/, '')
    .replace(/^"(.*)"$/, '$1')
    .slice(0, 100);
}

/** Patterns with `*` in the last part of the path, as distributions use them; relative ones begin in /etc/ssh. */
async function included(files: GuestFiles, patterns: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const pattern of patterns.split(/\s+/).map(unquoted)) {
    const path = pattern.startsWith('/') ? pattern : `/etc/ssh/${pattern}`;
    const folder = path.slice(0, path.lastIndexOf('/'));
    const name = path.slice(folder.length + 1);
    const names = (await files.list(folder)).filter((each) => matches(each, name)).sort();
    found.push(...names.map((each) => `${folder}/${each}`));
  }
  return found;
}

/** No regular expression: the pattern is the image's, and could be made to take for ever. */
function matches(name: string, pattern: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  const tail = rest.at(-1);
  if (tail === undefined) return name === pattern;
  if (rest.length > 1) return true;
  return name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail);
}
