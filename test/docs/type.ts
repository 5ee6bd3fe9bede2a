import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from './documents';

const run = promisify(execFile);

/**
 * Types a command in the checkout, or a folder like it, as a reader of a document would, with these variables set, and
 * returns what it says.
 * Throws, with everything it said, unless it ends with 0.
 */
export async function typed(
  command: string,
  variables: Readonly<Record<string, string>> = {},
  cwd = root,
): Promise<string> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...variables };
  // bash takes a pipe as stdin for a remote shell's, and would read ~/.bashrc, which changes PATH.
  try {
    return (await run('bash', ['--norc', '-c', command], { cwd, env })).stdout;
  } catch (error) {
    const { code, signal, stdout, stderr } = error as Record<
      'code' | 'signal' | 'stdout' | 'stderr',
      unknown
    >;
    throw new Error(
      `Command failed: "${command}" ended with ${String(signal ?? code)}. It said:\n${String(stdout)}\n${String(stderr)}`,
      {
        cause: error,
      },
    );
  }
}
