import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const root = join(__dirname, '../..');

type Condition = 'service_healthy' | 'service_completed_successfully' | 'service_started';

export type Service = {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target: string };
  readonly user?: string;
  readonly restart: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly command: readonly string[] | null;
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly depends_on?: Readonly<
    Record<string, { readonly condition: Condition; readonly required: boolean }>
  >;
  readonly stop_grace_period?: string;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly ports?: readonly { readonly host_ip?: string; readonly target: number }[];
  readonly volumes?: readonly { readonly type: string; readonly source: string; readonly target: string }[];
};

export type Project = { readonly name: string; readonly services: Readonly<Record<string, Service>> };

/** What `docker compose` would run, as the specification's own library reads our file with these settings. */
export async function composeProject(
  settings: string,
  composeFile = join(root, 'docker-compose.yml'),
): Promise<Project> {
  const envFile = join(newFolder(), 'compose.env');
  writeFileSync(envFile, settings);
  const { stdout } = await run(await reader(), [composeFile, envFile]);
  return JSON.parse(stdout) as Project;
}

/** A new env file with fresh secrets, as an operator makes it. */
export async function newSettings(): Promise<string> {
  const file = join(newFolder(), 'compose.env');
  await run(process.execPath, [join(root, 'deploy/make-env.mjs'), file]);
  return readFileSync(file, 'utf8');
}

/** Puts other values into lines that are there; a misspelled name is an error. */
export function withLines(settings: string, lines: Readonly<Record<string, string>>): string {
  return Object.entries(lines).reduce((text, [name, value]) => {
    const line = new RegExp(`^${name}=.*$`, 'm');
    if (!line.test(text)) throw new Error(`deploy/compose.env.example has no line for ${name}`);
    return text.replace(line, () => `${name}=${value}`);
  }, settings);
}

/** The variables that reach the process: those that have a value. */
export function environmentOf(service: Service): Record<string, string> {
  return Object.fromEntries(
    Object.entries(service.environment ?? {}).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

const folders: string[] = [];

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offer-deploy-'));
  folders.push(folder);
  return folder;
}

// Each test file loads this module anew, so these are its own.
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const reader = once(async () => {
  const program = join(newFolder(), 'compose');
  try {
    await run('go', ['build', '-o', program, '.'], { cwd: join(root, 'tools/compose') });
    return program;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(
      'docker-compose.yml is read with a library written in Go: install Go 1.24 or newer (https://go.dev/doc/install).',
      { cause: error },
    );
  }
});

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
