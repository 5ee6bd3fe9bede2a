import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ConnectionFlags, connectionOf, isElsewhere } from '../connection';
import { CliFailure } from '../failure';
import { type LocalStack, localStack, stateFile } from '../local-stack';
import type { Surroundings } from '../surroundings';
import { apiChecks } from './api-checks';
import { checkComponent } from './component';
import { checkDependencies } from './dependencies';
import type { Examined } from './examined';
import { checkNode } from './node-version';

/** From the ground up: Node, packages, the local stack's servers, the API, and what the API says of itself. */
export async function examine(
  surroundings: Surroundings,
  flags: ConnectionFlags,
): Promise<readonly Examined[]> {
  const { folder } = surroundings;
  const local = localStack(surroundings);
  const elsewhere = isElsewhere(flags, surroundings);
  return [
    checkNode(process.versions.node, folder),
    checkDependencies(folder),
    // An API elsewhere needs no stack here.
    ...(elsewhere ? [] : [checkState(local, stateFile(surroundings))]),
    ...(elsewhere || local === undefined
      ? []
      : await Promise.all(Object.entries(local.components).map(checkComponent))),
    ...(await checkApi(surroundings, flags)),
  ];
}

function checkState(local: LocalStack | undefined, file: string): Examined {
  const name = 'local stack';
  if (local !== undefined) return { name, ok: true };
  const logPath = join(dirname(file), 'logs', 'start.log');
  const hasFailed = existsSync(logPath);
  return {
    name,
    ok: false,
    why: `no running stack is recorded in ${file}${hasFailed ? '; its last start failed' : ''}`,
    fix: 'Start it with "npm start", or log in to another API: offer login <address>.',
    ...(hasFailed ? { logPath } : {}),
  };
}

async function checkApi(surroundings: Surroundings, flags: ConnectionFlags): Promise<readonly Examined[]> {
  try {
    return await apiChecks(connectionOf(flags, surroundings));
  } catch (error) {
    if (!(error instanceof CliFailure)) throw error;
    return [{ name: 'API', ok: false, why: error.message }];
  }
}
