/**
 * `npm test`: installs what is missing, asks whether the system has what tests need, and runs them all against one stack of
 * real servers. Its last line is the count. `--all` adds the long sweeps; any other argument goes to jest.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, unsupported } from '../src/local/install.mjs';

/** Entries of the arm-ttk data (commit 0ec9a41) that rules for Azure application packages must agree with. */
const conformanceEntries = 183;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.exitCode = await run(process.argv.slice(2));

async function run(args) {
  const problem = unsupported(root) ?? missingPackages() ?? ensureDependencies(root, console.error);
  if (problem !== undefined) {
    console.error(problem);
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'offer-publication-results-'));
  try {
    const results = join(folder, 'results.json');
    const code = await jest(args, results);
    const {
      numPassedTests = 0,
      numFailedTests = 0,
      numRuntimeErrorTestSuites = 0,
      testResults = [],
    } = readJson(results) ?? {};
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    console.log(conformanceLine(testResults));
    console.log(`${numPassedTests} passed, ${failed} failed`);
    return code !== 0 || failed > 0 || numPassedTests === 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One line that names the command, when the system lacks something. */
function missingPackages() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  const isThere = (program) => folders.some((folder) => existsSync(join(folder, program)));
  const wanted = readFileSync(join(root, 'system-packages.txt'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim().split(/\s+/))
    .filter(([name]) => name !== '');
  const missing = wanted.filter(([, program]) => !isThere(program)).map(([name]) => name);
  if (missing.length === 0) return undefined;
  return `The tests need ${missing.length} Debian package(s) more: sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
}

function jest(args, results) {
  const sweep = args.includes('--all');
  const jestArgs = [join(root, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${results}`];
  const child = spawn(process.execPath, [...jestArgs, ...args.filter((arg) => arg !== '--all')], {
    cwd: root,
    // With --json jest prints the results to stdout too; people read what it writes to stderr.
    stdio: ['inherit', 'ignore', 'inherit'],
    env: { ...process.env, ...(sweep ? { SWEEP: '1' } : {}) },
  });
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal === null ? code : 1)));
}

/** Tests that run one entry of the public conformance data each are named `conformance <test> ...`. */
function conformanceLine(testResults) {
  const passed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ fullName, status }) => fullName.startsWith('conformance ') && status === 'passed');
  return `conformance: ${passed.length} of ${conformanceEntries}`;
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
