import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '@temporalio/client/package.json';
import { runUnlessStalled } from '../process/stall';
import { cacheFolder } from './cache-folder';
import { isProgram, type Supply } from './supply';

export type Download = {
  /** Plain Node: leaves the server in the folder that is its argument. */
  readonly program: string;
  /** It is given up when no byte moves for so long. */
  readonly stallMs: number;
};

const bySdk: Download = { program: join(__dirname, 'sdk-download-process.mjs'), stallMs: 10_000 };

/** The SDK knows which server fits it and where to get it; it keeps it in our cache folder, not in the shared /tmp. */
export function sdkDownload(
  environment: Readonly<Record<string, string | undefined>>,
  { program, stallMs }: Download = bySdk,
): Supply {
  const folder = join(cacheFolder(environment), `temporal-sdk-${version}`);
  return {
    origin: "the SDK's download",
    cached: () => downloaded(folder),
    fetch: async (say) => {
      say('Downloading the Temporal server the SDK asks for...');
      mkdirSync(folder, { recursive: true });
      await runUnlessStalled({ file: process.execPath, args: [program, folder] }, { stallMs });
      const found = downloaded(folder);
      if (found === undefined) throw new Error(`the SDK left no program in ${folder}`);
      return found;
    },
  };
}

/** The SDK writes to `*.downloading` and renames at the end. */
function downloaded(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const finished = readdirSync(folder).filter((name) => !name.endsWith('.downloading'));
  return finished.map((name) => join(folder, name)).find(isProgram);
}
