import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import sdk from '@temporalio/worker/package.json';
import { shrink } from './shrink';

const source = resolve(__dirname, '..');
const workflowsPath = require.resolve('../workflows');
const workflowInterceptorModules = [require.resolve('../workflows/reserved-names')];
export const payloadConverterPath = require.resolve('../workflows/payload-converter');

/**
 * The workflows' code in one file, made once per state of their sources: bundling costs a worker a second at each
 * start. The SDK's version is part of the name, because bundle and worker must be of the same one.
 * @returns the file's path in `folder`
 */
export async function prebuiltWorkflowBundle(folder: string): Promise<string> {
  const path = join(folder, `workflows-${sdk.version}-${digestOfSources()}.js`);
  if (existsSync(path)) return path;
  const problems: string[] = [];
  try {
    const { code } = await bundleWorkflowCode({
      workflowsPath,
      workflowInterceptorModules,
      payloadConverterPath,
      logger: new DefaultLogger('ERROR', ({ message }) => problems.push(message)),
    });
    await writeAtOnce(path, await shrink(code));
  } catch (error) {
    throw new Error(['The workflows could not be bundled.', ...problems].join('\n'), { cause: error });
  }
  return path;
}

/** Several processes may bundle at once: each writes its own file and the last rename wins, all with the same code. */
async function writeAtOnce(path: string, code: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, code);
  await rename(unfinished, path);
}

/** Everything a workflow may import. */
function digestOfSources(): string {
  const hash = createHash('sha256');
  for (const folder of ['workflows', 'domain', 'activities']) {
    const files = readdirSync(join(source, folder), { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    for (const path of paths.toSorted()) hash.update(path.slice(source.length)).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 32);
}
