import type { LinuxGuest } from '../../../domain/certification/guest-facts-schema';
import { type GuestFiles, linesOf } from '../guest-files';

type Account = LinuxGuest['accounts'][number];

const mostAccounts = 200;

/** Who could log in with a password, and who without one. The hashes themselves go nowhere. */
export async function gatherAccounts(files: GuestFiles): Promise<LinuxGuest['accounts']> {
  const [shadow, passwd] = [await fieldsIn(files, '/etc/shadow'), await fieldsIn(files, '/etc/passwd')];
  const inShadow = shadow.map(([name = '', password = '']) => ({ name, password: stateOf(password) }));
  // Where a password stands in passwd itself, nobody looks into shadow; `x` sends them there.
  const inPasswd = passwd
    .filter(([, password]) => password !== 'x')
    .map(([name = '', password = '']) => ({ name, password: stateOf(password) }));
  const all = [...inPasswd, ...inShadow];
  // The gravest first: none of them may be what is cut off.
  const inState = (state: Account['password']): readonly Account[] =>
    all.filter(({ password }) => password === state);
  return [...inState('empty'), ...inState('set'), ...inState('locked')].slice(0, mostAccounts);
}

async function fieldsIn(files: GuestFiles, path: string): Promise<readonly (readonly string[])[]> {
  return (await linesOf(files, path)).filter((line) => line.includes(':')).map((line) => line.split(':'));
}

/** `!` and `*` begin what no password can give (shadow(5)). */
function stateOf(password: string): Account['password'] {
  if (password === '') return 'empty';
  return password.startsWith('!') || password.startsWith('*') ? 'locked' : 'set';
}
