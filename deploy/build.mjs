/**
 * `npm run build [-- <new folder>]`: what production runs, by default into `dist`. Plain JavaScript of `src` (without the
 * local stack), the pages' assets and the prebuilt workflow bundle: no process compiles anything when it starts.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.exitCode = build(process.argv[2]);

function build(given) {
  const folder = resolve(given ?? join(root, 'dist'));
  if (given !== undefined && existsSync(folder)) {
    console.error(`${folder} is there already: name a new folder, or none for dist.`);
    return 2;
  }
  // Leftovers of an older build would count as sources of the workflow bundle.
  rmSync(folder, { recursive: true, force: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const failed = node(compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', folder);
  if (failed) return failed;
  cpSync(join(root, 'src/http/assets'), join(folder, 'http/assets'), { recursive: true });
  return node(join(folder, 'worker/prebuild.js'), join(folder, 'bundle'));
}

function node(...args) {
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}
