/** What `npm start` and `npm test` do before anything is installed. Plain Node, no dependencies. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One line that says what to do, when this machine cannot run the project.
 * @param {string} root
 * @param {{ node: string, platform: string, arch: string, glibc: boolean }} [machine]
 * @returns {string | undefined}
 */
export function unsupported(root, machine = thisMachine()) {
  const { engines } = readJson(join(root, 'package.json'));
  const wanted = engines.node.replace('>=', '');
  if (isOlder(machine.node, wanted)) {
    return `Node ${machine.node} is too old: install Node ${wanted} or newer (https://nodejs.org), then try again.`;
  }
  if (machine.platform === 'linux' && machine.arch === 'x64' && machine.glibc) return undefined;
  return (
    `This runs on Linux x64 with glibc (Debian 12 and like it), not on ${machine.platform} ${machine.arch}: ` +
    'use a Debian 12 container or virtual machine.'
  );
}

/**
 * Installs the dependencies when what is installed is not what package-lock.json asks for.
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {string | undefined} One line that says what went wrong.
 */
export function ensureDependencies(root, say) {
  const state = dependenciesState(root);
  if (state === 'fresh') return undefined;
  say(`Dependencies are ${state}: running npm ci ...`);
  // fetch-timeout counts the time without a byte.
  const args = ['ci', '--no-audit', '--no-fund', '--fetch-timeout=10000', '--fetch-retries=1'];
  const npm = spawnSync('npm', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (npm.error !== undefined)
    return `npm could not be run (${npm.error.message}): install npm, then try again.`;
  if (npm.status === 0) return undefined;
  return 'npm ci failed (see above): check the network and the registry in your .npmrc, then try again.';
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
