/**
 * `npm run offer` and `bin/offer`. Plain Node without dependencies, because it may be the first that somebody types in a fresh
 * clone. The command line runs in this same process; only when it cannot be loaded is it worth the time to ask why.
 */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dependenciesState, tooOld } from './src/local/install.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const problem = tooOld(root) ?? load();
if (problem !== undefined) {
  console.error(problem);
  process.exitCode = 1;
}

function load() {
  const require = createRequire(import.meta.url);
  try {
    require('tsx/cjs/api').register();
    require('./src/cli/main.ts');
  } catch (error) {
    const state = dependenciesState(root);
    if (state === 'fresh') throw error;
    return `Dependencies are ${state}: run npm ci, or npm start, which installs and starts everything; then try again.`;
  }
}
