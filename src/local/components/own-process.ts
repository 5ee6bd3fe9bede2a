import { execFile } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Component } from '../component';
import type { Command } from '../process/launch';
import { SomebodyElseError } from '../process/readiness';

const run = promisify(execFile);

/**
 * One of our own processes: ready when `/readyz` says so; what it has to do without until then is said. The environment
 * gives it its INSTANCE_ID: its port was free when it was chosen, but another program may have taken it since.
 */
export function ownProcess(own: {
  readonly name: string;
  readonly command: Command;
  readonly healthUrl: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
}): Component {
  return {
    name: own.name,
    address: own.healthUrl,
    command: { ...own.command, environment: own.environment },
    answers: async () => {
      await requireOurs(own.healthUrl, own.environment['INSTANCE_ID']);
      const answer = await fetch(`${own.healthUrl}/readyz`, { signal: AbortSignal.timeout(5000) });
      const said = await answer.text();
      if (!answer.ok) throw new Error(`/readyz answered ${answer.status}: ${said}`);
      const { degraded } = JSON.parse(said) as { readonly degraded: readonly string[] };
      if (degraded.length > 0)
        own.say(
          `  ${own.name.padEnd(9)} does without: ${degraded.join(', ')}. "npm run -s offer -- doctor" says why.`,
        );
    },
  };
}

async function requireOurs(url: string, expected: string | undefined): Promise<void> {
  const answer = await fetch(`${url}/livez`, { signal: AbortSignal.timeout(5000) });
  const told = (await answer.json().catch(() => null)) as { readonly instance?: unknown } | null;
  if (told?.instance === expected) return;
  throw new SomebodyElseError(`another program answers at ${url}; it took the port meanwhile`);
}

/** Brings the database to this version. Throws with the last lines of what it said; all of it is in the log. */
export async function migrate(
  root: string,
  environment: Readonly<Record<string, string>>,
  logPath: string,
): Promise<void> {
  const { file, args, directory } = fromSources(root, 'src/services/catalogue/migrate.ts');
  try {
    const { stdout, stderr } = await run(file, args, {
      cwd: directory,
      env: { ...process.env, ...environment },
    });
    await appendFile(logPath, stdout + stderr);
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    await appendFile(logPath, stdout + stderr);
    const lastLines = (stdout + stderr).trimEnd().split('\n').slice(-5);
    throw new Error(['The migrations failed.', `Their log is ${logPath}`, ...lastLines].join('\n  '));
  }
}

/** A clone runs without a build. `entry` is a TypeScript file, from the project's root. */
export function fromSources(root: string, entry: string): Command & { readonly directory: string } {
  return { file: process.execPath, args: ['--require', 'tsx/cjs', entry], directory: root };
}
