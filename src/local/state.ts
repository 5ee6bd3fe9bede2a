import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { endProcess, isAlive, type ProcessIdentity } from './process/identity';

/** `.local/state.json`, mode 0600: the stack that runs now. The CLI finds the API and its token here. */
export type LocalState = {
  readonly supervisor: ProcessIdentity;
  readonly components: Readonly<Record<string, ComponentState>>;
  readonly apiUrl: string;
  readonly apiToken: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly temporalUiUrl?: string;
  readonly inboxUrl: string;
  /** The sample offer, which the CLI means when none is named. */
  readonly offer: string;
};

export type ComponentState = {
  readonly address: string;
  readonly logPath: string;
  readonly process?: ProcessIdentity;
};

export const statePath = (folder: string): string => join(folder, 'state.json');

export function readState(folder: string): LocalState | undefined {
  try {
    return JSON.parse(readFileSync(statePath(folder), 'utf8')) as LocalState;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whole or not at all: readers never see half a file. */
export function writePrivately(path: string, content: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, path);
}

/** The stack of this checkout that is up, if any. */
export function runningStack(folder: string): LocalState | undefined {
  const state = readState(folder);
  return state !== undefined && isAlive(state.supervisor) ? state : undefined;
}

/** Ends what a killed stack left behind: only processes that are provably those we recorded. Returns their names. */
export async function endLeftovers(folder: string): Promise<readonly string[]> {
  const recorded = Object.entries(readState(folder)?.components ?? {});
  const left = recorded.filter(
    ([, component]) => component.process !== undefined && isAlive(component.process),
  );
  await Promise.all(left.map(async ([, { process }]) => process && endProcess(process)));
  return left.map(([name]) => name);
}

export function forgetState(folder: string): void {
  rmSync(statePath(folder), { force: true });
}
