import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { errorText } from '../../domain/text/error-text';
import { runUnlessStalled } from '../process/stall';
import { cacheFolder } from './cache-folder';
import { moduleFolder, neededGo, tooOldGo } from './go-version';
import usualFolders from './go-folders.json';
import { isProgram, type Supply } from './supply';

const run = promisify(execFile);

/** What `tools/temporal/go.mod` pins. */
const version = '1.8.2';
const mainPackage = 'github.com/temporalio/cli/cmd/temporal';
const linkerFlags = `-s -w -X github.com/temporalio/cli/internal/temporalcli.Version=${version}`;
const buildEnvironment = { CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' };
const stallMs = 10_000;
/** The linker may compute for minutes between two bytes on a slow machine. */
const buildStallMs = 10 * 60_000;

type Environment = Readonly<Record<string, string | undefined>>;

export type BuildHabits = {
  /** Where Go lies besides PATH, which its installers do not change. */
  readonly usualFolders: readonly string[];
  readonly reportEveryMs: number;
};

const habits: BuildHabits = {
  usualFolders,
  reportEveryMs: 10_000,
};

/** Builds the Temporal CLI, server included, from Go modules: about four minutes on two cores, once per user. */
export function goBuild(
  environment: Environment,
  { usualFolders, reportEveryMs }: BuildHabits = habits,
): Supply {
  const target = join(cacheFolder(environment), `temporal-${version}`, 'temporal');
  return {
    origin: `built with Go from tools/temporal`,
    cached: () => (isProgram(target) ? target : undefined),
    fetch: async (say) => {
      const go = findGo([...(environment['PATH'] ?? '').split(delimiter), ...usualFolders]);
      if (go === undefined) throw new Error(`${neededGo()} is not installed`);
      await mkdir(dirname(target), { recursive: true });
      const unfinished = await mkdtemp(join(dirname(target), 'building-'));
      try {
        await build(go, join(unfinished, 'temporal'), { say, everyMs: reportEveryMs }).catch(
          sayingWhoIsTooOld(go),
        );
        // Whole or not at all, and who builds at the same time replaces it by the same program.
        await rename(join(unfinished, 'temporal'), target);
      } finally {
        await rm(unfinished, { recursive: true, force: true });
      }
      return target;
    },
  };
}

/** What an old Go says of the sources tells nobody that it is old. */
const sayingWhoIsTooOld =
  (go: string) =>
  async (error: unknown): Promise<never> => {
    const tooOld = await tooOldGo(go).catch(() => undefined);
    throw tooOld === undefined ? error : new Error(`${tooOld} (${errorText(error)})`, { cause: error });
  };

type Reports = { readonly say: (line: string) => void; readonly everyMs: number };

async function build(go: string, output: string, reports: Reports): Promise<void> {
  reports.say(`Building Temporal CLI ${version} with Go, once: about 4 minutes on two cores.`);
  const downloads = progress('modules downloaded', reports);
  await runUnlessStalled(
    { file: go, args: ['mod', 'download', '-x'], directory: moduleFolder },
    { stallMs, onLine: (line) => line.includes('.zip: 200') && downloads() },
  );
  const packages = progress(`of ${await countPackages(go)} packages compiled`, reports);
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
function progress(what: string, { say, everyMs }: Reports): () => void {
  let count = 0;
  let toldAt = Date.now();
  return () => {
    count += 1;
    if (Date.now() - toldAt < everyMs) return;
    toldAt = Date.now();
    say(`  ${count} ${what}`);
  };
}

function findGo(folders: readonly string[]): string | undefined {
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, 'go'))
    .find(isProgram);
}
