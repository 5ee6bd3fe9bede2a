/**
 * `npm test`: installs what is missing, asks whether the system has what tests need, and runs them all against one stack of
 * real servers. Its last line is the count. `--all` adds the long sweeps; any other argument goes to jest.
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goOf, goProblem, pathWithGo } from './needed-go.mjs';
import { counted, lastResults, worthASecondLook } from './second-look.mjs';
import { ensureDependencies, unsupported } from '../src/local/install.mjs';

/** Entries of the arm-ttk data (commit 0ec9a41) that rules for Azure application packages must agree with. */
const conformanceEntries = 183;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.exitCode = await run(process.argv.slice(2));

async function run(args) {
  const go = goOf(root);
  const problem =
    unsupported(root) ?? missingPackages() ?? goProblem(args, go) ?? ensureDependencies(root, console.error);
  if (problem !== undefined) {
    console.error(problem);
    return 1;
  }
  process.env.PATH = pathWithGo(process.env.PATH ?? '', go);
  const folder = mkdtempSync(join(tmpdir(), 'offer-publication-results-'));
  try {
    const wholeRun = args.every((arg) => arg === '--all');
    // One seed for both looks, so that the second repeats what chance did in the first.
    process.env.SEED ??= String(randomInt(2 ** 31));
    const first = await jest(args, join(folder, 'first.json'));
    const again = wholeRun ? worthASecondLook(first.suites) : [];
    const second =
      again.length > 0
        ? await jest([...args, '--runInBand', '--runTestsByPath', ...again], join(folder, 'second.json'))
        : { ...first, suites: [] };
    if (again.length > 0) console.log(disturbedLine(second));
    const suites = lastResults(first.suites, second.suites);
    const { passed, failed } = counted(suites);
    console.log(conformanceLine(suites));
    console.log(`${passed} passed, ${failed} failed`);
    return second.code !== 0 || failed > 0 || passed === 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function disturbedLine({ suites }) {
  const names = suites.filter(({ status }) => status === 'passed').map(({ name }) => relative(root, name));
  return `Failed beside the others, passed alone, to be mended: ${names.join(', ') || 'none'}`;
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
  return new Promise((resolve) =>
    child.once('exit', (code, signal) =>
      resolve({ code: signal === null ? code : 1, suites: readJson(results)?.testResults ?? [] }),
    ),
  );
}

/** Tests that run one entry of the public conformance data each are named `conformance <test> ...`. */
function conformanceLine(suites) {
  const passed = suites
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
