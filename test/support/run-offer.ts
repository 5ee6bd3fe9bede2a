import { serve } from '@hono/node-server';
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { runCli } from '../../src/cli/run';
import { apiToken } from './test-app';

export type Transcript = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

export type Offer = {
  readonly url: string;
  /** Runs `offer ...` in this process, knowing the API from its environment. */
  readonly run: (...argv: readonly string[]) => Promise<Transcript>;
  readonly close: () => Promise<void>;
};

/** The CLI against an app that really listens. */
export async function offerAgainst(app: Hono): Promise<Offer> {
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    run: (...argv) => runOffer(argv, { OFFER_API: url, OFFER_TOKEN: apiToken }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** One command line in this process: in an empty folder unless told otherwise, not on a terminal. */
export async function runOffer(
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
  folder = emptyFolder(),
): Promise<Transcript> {
  let stdout = '';
  let stderr = '';
  const exitCode = await runCli(argv, {
    environment,
    folder,
    isTerminal: false,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  return { exitCode, stdout, stderr };
}

export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'offer-cli-'));

/** The command as a clone has it, in a process of its own. */
export function spawnOffer(
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Transcript> {
  const root = join(__dirname, '../..');
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...argv], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ exitCode: code ?? -1, stdout, stderr }));
  });
}
