import { serve } from '@hono/node-server';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { openImageTools } from '../../src/cli/image-tools';
import type { AskPace } from '../../src/services/source-reader/ask';
import { runCli } from '../../src/cli/run';
import { builtProgram } from './built-product';
import { apiToken } from './test-app';

export type Transcript = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

export type Offer = {
  readonly url: string;
  /** Runs `offer ...` in this process, knowing the API from its environment. */
  readonly run: (...argv: readonly string[]) => Promise<Transcript>;
  /** The same with files, input, answers or an interruption. */
  readonly runAt: (
    at: At,
    ...argv: readonly string[]
  ) => Promise<Transcript & { readonly opened: readonly string[] }>;
};

/** The CLI against an app that really listens, until the test at hand is over. */
export async function offerAgainst(app: Hono): Promise<Offer> {
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  listening.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    run: async (...argv) => {
      const { opened: _pages, ...told } = await runOffer(argv, { OFFER_API: url, OFFER_TOKEN: apiToken });
      return told;
    },
    runAt: (at, ...argv) => runOffer(argv, { OFFER_API: url, OFFER_TOKEN: apiToken }, at),
  };
}

const listening: ReturnType<typeof serve>[] = [];
afterEach(async () => {
  await Promise.all(listening.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

export type At = {
  /** Where a local stack is looked for; an empty one unless told otherwise. */
  readonly folder?: string;
  /** Where files are; the same folder unless told otherwise. */
  readonly workFolder?: string;
  readonly stdin?: string;
  /** Answers of the person at the terminal, in order; absent: nobody sits there. */
  readonly answers?: readonly string[];
  readonly interrupted?: AbortSignal;
  /** How patiently storage is asked; as in life unless told otherwise. */
  readonly pace?: AskPace;
  /** Hears both streams as they come. */
  readonly hear?: (text: string) => void;
};

/** One command line in this process: not on a terminal, and with no login but one the environment leads to. */
export async function runOffer(
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
  at: At = {},
): Promise<Transcript & { readonly opened: readonly string[] }> {
  const { folder = emptyFolder(), workFolder = folder, stdin = '', answers, hear = () => undefined } = at;
  let stdout = '';
  let stderr = '';
  const opened: string[] = [];
  const left = [...(answers ?? [])];
  const exitCode = await runCli(argv, {
    environment: { XDG_CONFIG_HOME: emptyFolder(), ...environment },
    folder,
    workFolder,
    isTerminal: false,
    isErrorTerminal: false,
    stdin: async () => stdin,
    ...(answers === undefined ? {} : { ask: async () => left.shift() ?? '' }),
    imageTools: async (trustedOrigins) => openImageTools(trustedOrigins, at.pace),
    openPage: async (url) => opened.push(url) > 0,
    interrupted: at.interrupted ?? new AbortController().signal,
    stdout: (text) => {
      stdout += text;
      hear(text);
    },
    stderr: (text) => {
      stderr += text;
      hear(text);
    },
  });
  return { exitCode, stdout, stderr, opened };
}

/** Gone when the file's tests have run. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offer-cli-'));
  made.push(folder);
  return folder;
}

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** The command as it is deployed, in a process of its own. */
export async function spawnOffer(
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Transcript> {
  const root = join(__dirname, '../..');
  const child = spawn(process.execPath, [await builtProgram('cli/main.js'), ...argv], {
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

/** What has been said up to now, for `At.hear`. */
export function listener(): { readonly hear: (text: string) => void; readonly heard: () => string } {
  let heard = '';
  return { hear: (text) => (heard += text), heard: () => heard };
}
