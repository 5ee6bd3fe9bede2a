/** What `npm start`, `npm test` and `offer` do before anything is installed. Plain Node, no dependencies. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notFitting, npmProblem, silenceMs } from './npm-problem.mjs';

/**
 * One line that says what to do, when this machine cannot run the project.
 * @param {string} root
 * @param {{ node: string, platform: string, arch: string, glibc: boolean }} [machine]
 * @returns {string | undefined}
 */
export function unsupported(root, machine = thisMachine()) {
  const old = tooOld(root, machine.node);
  if (old !== undefined) return old;
  if (machine.platform === 'linux' && machine.arch === 'x64' && machine.glibc) return undefined;
  return (
    `This runs on Linux x64 with glibc (Debian 12 and like it), not on ${machine.platform} ${machine.arch}: ` +
    'use a Debian 12 container or virtual machine.'
  );
}

/**
 * One line that says what to do, when this is no Node the project runs on.
 * @param {string} root
 * @param {string} [node]
 * @returns {string | undefined}
 */
export function tooOld(root, node = process.versions.node) {
  const { engines } = readJson(join(root, 'package.json'));
  const wanted = engines.node.replace('>=', '');
  if (!isOlder(node, wanted)) return undefined;
  return `Node ${node} is too old: install Node ${wanted} or newer (https://nodejs.org), then try again.`;
}

/**
 * Installs the dependencies when what is installed is not what package-lock.json asks for.
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {string | undefined} One line that says what went wrong.
 */
export function ensureDependencies(root, say) {
  // npm would ask the registry first.
  if (!lockFits(root)) return notFitting;
  const state = dependenciesState(root);
  if (state === 'fresh') return undefined;
  say(`Dependencies are ${state}: running npm ci ...`);
  const first = install(root);
  // What was fetched is kept, so a second time costs only what the broken line took away.
  return first.mayPass ? install(root).problem : first.problem;
}

/** True when the lock was written for what package.json asks for. */
function lockFits(root) {
  const wanted = readJson(join(root, 'package.json'));
  const locked = readJson(join(root, 'package-lock.json'))?.packages?.[''] ?? {};
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
  const isSame = (some = {}, others = {}) =>
    Object.keys(some).length === Object.keys(others).length &&
    Object.entries(some).every(([name, version]) => others[name] === version);
  return kinds.every((kind) => isSame(wanted?.[kind], locked[kind]));
}

/**
 * @param {string} root
 * @returns {{ problem: string | undefined, mayPass: boolean }} `mayPass`: the next try may go better.
 */
function install(root) {
  // fetch-timeout counts the time without a byte; npm's own retries would multiply it.
  const args = ['ci', '--no-audit', '--no-fund', `--fetch-timeout=${silenceMs}`, '--fetch-retries=0'];
  const npm = spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  if (npm.error !== undefined) {
    const problem = `npm could not be run (${npm.error.message}): install npm, then try again.`;
    return { problem, mayPass: false };
  }
  if (npm.status === 0) return { problem: undefined, mayPass: false };
  const { line, isAllSaid, mayPass } = npmProblem(npm.stderr);
  if (!isAllSaid) process.stderr.write(npm.stderr);
  return { problem: line, mayPass };
}

/**
 * npm writes down what it installed as its last act: an interrupted install counts as missing.
 * @param {string} root
 * @returns {'fresh' | 'missing' | 'stale'}
 */
export function dependenciesState(root) {
  const wanted = readJson(join(root, 'package-lock.json')).packages;
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (installed === undefined) return 'missing';
  const isRight = ([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined)
      return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  };
  return Object.entries(wanted).every(isRight) ? 'fresh' : 'stale';
}

function thisMachine() {
  // Without this it would look up the names of open connections, which may take seconds.
  process.report.excludeNetwork = true;
  const report = process.report.getReport();
  return {
    node: process.versions.node,
    platform: process.platform,
    arch: process.arch,
    glibc: report.header.glibcVersionRuntime !== undefined,
  };
}

function isOlder(version, than) {
  const [left, right] = [version, than].map((text) => text.split('.').map(Number));
  for (let index = 0; index < right.length; index += 1) {
    if (left[index] !== right[index]) return left[index] < right[index];
  }
  return false;
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
