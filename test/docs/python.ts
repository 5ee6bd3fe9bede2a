import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../../src/local/temporal-server/cache-folder';
import { root } from './documents';

const run = promisify(execFile);

/** A Python that has what is asked for: made once per user and state of the requirements, kept in the user's cache. */
export async function pythonWithRequirements(
  requirements = join(root, 'docs/examples/requirements.txt'),
): Promise<string> {
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 16);
  const home = join(cacheFolder(process.env), `python-${wanted}`);
  if (!existsSync(home)) await make(home, requirements);
  return join(home, 'bin/python');
}

async function make(home: string, requirements: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true });
  const unfinished = await mkdtemp(`${home}-`);
  try {
    await orSay(run('python3', ['-m', 'venv', '--without-pip', unfinished]));
    const python = join(unfinished, 'bin/python');
    await orSay(run('pip3', ['--python', python, 'install', '--quiet', '-r', requirements]));
    // Of two runs at once the first makes it, the second finds it made.
    await rename(unfinished, home).catch((error: unknown) => {
      if (!existsSync(home)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

function orSay(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => {
    const message =
      'This needs Python 3.10 or newer with pip, and once the way to a package index: ' +
      'sudo apt-get install -y --no-install-recommends python3-pip';
    throw new Error(`${message}\n${String(error)}`, { cause: error });
  });
}
