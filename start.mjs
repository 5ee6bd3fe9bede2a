#!/usr/bin/env node
/**
 * `npm start`. Plain Node without dependencies, because it runs in a fresh clone: it reads the flags, checks the machine,
 * installs what is missing and hands over to `src/local/main.ts` in this same process.
 */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, unsupported } from './src/local/install.mjs';

const root = dirname(fileURLToPath(import.meta.url));
// Not exitCode: when the stack is stopped, whatever still waits for it must not keep us.
process.exit(await start(process.argv.slice(2)));

async function start(args) {
  const wrongMachine = unsupported(root);
  if (wrongMachine !== undefined) return fail(wrongMachine, 1);
  // Only now: an old Node does not have all that this file imports.
  const { helpText, parseOptions } = await import('./src/local/options.mjs');
  const options = parseOptions(args);
  if (options.kind === 'mistake') return fail(options.message, 2);
  if (options.kind === 'help') {
    console.log(helpText);
    return 0;
  }
  const problem = ensureDependencies(root, console.log);
  if (problem !== undefined) return fail(problem, 1);
  const require = createRequire(import.meta.url);
  require('tsx/cjs/api').register();
  return await require('./src/local/main.ts').main(options, root);
}

function fail(line, exitCode) {
  console.error(line);
  return exitCode;
}
