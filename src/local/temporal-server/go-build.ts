import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { runUnlessStalled } from '../process/stall';
import { cacheFolder } from './cache-folder';
import { isProgram, type Supply } from './supply';

const run = promisify(execFile);

/** What `tools/temporal/go.mod` pins. */
const version = '1.8.2';
const moduleFolder = resolve(__dirname, '../../../tools/temporal');
const mainPackage = 'github.com/temporalio/cli/cmd/temporal';
const linkerFlags = `-s -w -X github.com/temporalio/cli/internal/temporalcli.Version=${version}`;
const buildEnvironment = { CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' };
const stallMs = 10_000;
/** The linker may compute for minutes between two bytes on a slow machine. */
const buildStallMs = 10 * 60_000;
const reportEveryMs = 10_000;

/** Builds the Temporal CLI, server included, from Go modules: about four minutes on two cores, once per user. */
export function goBuild(environment: Readonly<Record<string, string | undefined>>): Supply {
  const target = join(cacheFolder(environment), `temporal-${version}`, 'temporal');
  return {
    origin: `built with Go from tools/temporal`,
    cached: () => (isProgram(target) ? target : undefined),
    fetch: async (say) => {
      const go = findGo(environment);
      if (go === undefined) throw new Error('Go is not installed');
      await mkdir(dirname(target), { recursive: true });
      const unfinished = await mkdtemp(join(dirname(target), 'building-'));
      try {
        await build(go, join(unfinished, 'temporal'), say);
        // Whole or not at all, and who builds at the same time replaces it by the same program.
        await rename(join(unfinished, 'temporal'), target);
      } finally {
        await rm(unfinished, { recursive: true, force: true });
      }
      return target;
    },
  };
}

async function build(go: string, output: string, say: (line: string) => void): Promise<void> {
  say(`Building Temporal CLI ${version} with Go, once: about 4 minutes on two cores.`);
  const downloads = progress('modules downloaded', say);
  await runUnlessStalled(
    { file: go, args: ['mod', 'download', '-x'], directory: moduleFolder },
    { stallMs, onLine: (line) => line.includes('.zip: 200') && downloads() },
  );
  const packages = progress(`of ${await countPackages(go)} packages compiled`, say);
  await runUnlessStalled(
    {
      file: go,
      args: ['build', '-v', '-trimpath', '-ldflags', linkerFlags, '-o', output, mainPackage],
      directory: moduleFolder,
      environment: buildEnvironment,
    },
    { stallMs: buildStallMs, onLine: packages },
  );
  if (!isProgram(output)) throw new Error('go build left no program');
}

async function countPackages(go: string): Promise<number> {
  const { stdout } = await run(go, ['list', '-deps', mainPackage], {
    cwd: moduleFolder,
    env: { ...process.env, ...buildEnvironment },
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout.trimEnd().split('\n').length;
}

/** Counts, and tells now and then. */
function progress(what: string, say: (line: string) => void): () => void {
  let count = 0;
  let toldAt = Date.now();
  return () => {
    count += 1;
    if (Date.now() - toldAt < reportEveryMs) return;
    toldAt = Date.now();
    say(`  ${count} ${what}`);
  };
}

function findGo(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const folders = [...(environment['PATH'] ?? '').split(delimiter), '/usr/local/go/bin', '/usr/lib/go/bin'];
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, 'go'))
    .find(isProgram);
}
