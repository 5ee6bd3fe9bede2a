import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../..');
/** Inside the checkout, so that a build finds its packages; `npm ci` clears it away. */
const builds = join(root, 'node_modules/.cache/offer-publication');
const dayMs = 86_400_000;

/** What production runs, as arguments of Node.js: starts in half the time that it takes from sources. */
export async function builtProgram(entry: BuiltEntry): Promise<string> {
  return join(await builtProduct(), entry);
}

export type BuiltEntry =
  'cli/main.js' | 'http/main.js' | 'services/catalogue/migrate.js' | 'worker.js' | 'bundle';

/** Made once per state of the sources; a whole test run makes it before its first test. */
export async function builtProduct(): Promise<string> {
  return (process.env['BUILT_PRODUCT'] ??= await (building ??= build()));
}

/** API and worker of a test ask at the same time: two builds into one folder would break each other. */
let building: Promise<string> | undefined;

async function build(): Promise<string> {
  const folder = join(builds, digestOfSources());
  if (existsSync(folder)) return folder;
  await forgetOld();
  const unfinished = `${folder}.${process.pid}`;
  await promisify(execFile)(process.execPath, [join(root, 'deploy/build.mjs'), unfinished]);
  // Several test runs may build at once: whoever is last finds the same there and throws its own away.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  return folder;
}

/** Of sources long changed; a test run beside this one may still need what it built today. */
async function forgetOld(): Promise<void> {
  const names = existsSync(builds) ? readdirSync(builds) : [];
  const old = names
    .map((name) => join(builds, name))
    .filter((path) => statSync(path).mtimeMs < Date.now() - dayMs);
  await Promise.all(old.map((path) => rm(path, { recursive: true, force: true })));
}

function digestOfSources(): string {
  const hash = createHash('sha256');
  const source = join(root, 'src');
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).toSorted();
  const others = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'deploy/build.mjs'];
  for (const path of [...paths, ...others.map((other) => join(root, other))])
    hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest('hex').slice(0, 32);
}
