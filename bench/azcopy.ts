import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** What the reference figures were taken with. */
const release = '@azure-tools/azcopy-linux@10.32.2';

/**
 * `AZCOPY`, or `azcopy` on PATH, or Microsoft's own npm package, fetched into `folder`: 58 MB that nothing but this
 * bench needs, and so no dependency. It is linked against Debian's libsecret.
 */
export async function findAzcopy(folder: string): Promise<string> {
  const found = [process.env['AZCOPY'] ?? '', ...onPath()].find(isProgram);
  return found ?? (await fetchAzcopy(folder));
}

const onPath = (): readonly string[] =>
  (process.env['PATH'] ?? '').split(delimiter).map((each) => join(each, 'azcopy'));

function isProgram(path: string): boolean {
  try {
    if (!existsSync(path)) return false;
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function fetchAzcopy(folder: string): Promise<string> {
  const home = join(folder, 'azcopy');
  await mkdir(home, { recursive: true });
  process.stderr.write(`Fetching ${release} from npm ...\n`);
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', home, release], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const program = join(home, 'node_modules/@azure-tools/azcopy-linux/dist/bin/azcopy_linux_amd64');
  // The package leaves that to its own launcher.
  await chmod(program, 0o755);
  return program;
}
