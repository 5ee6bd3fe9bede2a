import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pythonWithRequirements } from '../../docs/python';

export type Examination = {
  /** Everything it said, with a command for each failure that repeats it. */
  readonly said: string;
  readonly requests: number;
  readonly failures: readonly unknown[];
  readonly errors: readonly unknown[];
};

/** They never end while they are watched; `test/http/events` holds them to their documentation. */
const streams = ['watchEvents', 'watchOperation'];

const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

export type Asked = {
  readonly url: string;
  readonly document: unknown;
  readonly token: string;
  /** `coverage`: what stands at the edges of what is permitted; `fuzzing`: so many examples of each route. */
  readonly phases: string;
  readonly examples: number;
};

/** Sends what `document` permits, and what it forbids, to the API at `url`; the same requests each time. */
export async function examine({ url, document, token, phases, examples }: Asked): Promise<Examination> {
  const folder = await mkdtemp(join(tmpdir(), 'offer-schemathesis-'));
  const report = join(folder, 'report.json');
  try {
    await writeFile(join(folder, 'openapi.json'), JSON.stringify(document));
    const python = await pythonWithRequirements(join(__dirname, 'requirements.txt'));
    const argv = ['-m', 'schemathesis.cli', 'run', join(folder, 'openapi.json'), '--url', url, ...flags];
    const amount = ['--phases', phases, '--max-examples', String(examples)];
    const sender = ['--header', `Authorization: Bearer ${token}`];
    const said = await saidBy(python, [...argv, ...amount, ...sender], folder);
    const { test_cases, failures, errors } = JSON.parse(await readFile(report, 'utf8')) as Report;
    return { said, requests: test_cases.generated, failures, errors };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Report = Pick<Examination, 'failures' | 'errors'> & {
  readonly test_cases: { readonly generated: number };
};

// Python 3.11 compiles in two threads at once only by luck, so there is one worker.
const settings: Readonly<Record<string, string>> = {
  '--seed': '20261121',
  '--workers': '1',
  '--checks': checks.join(),
  '--request-timeout': '20',
  '--report': 'json',
  '--report-json-path': 'report.json',
  '--generation-database': 'none',
  '--suppress-health-check': 'all',
};

const flags = [
  '--continue-on-failure',
  '--no-color',
  ...Object.entries(settings).flat(),
  ...streams.flatMap((each) => ['--exclude-operation-id', each]),
];

/** It ends with another code than 0 when it has found something: the report tells, too. */
async function saidBy(python: string, argv: readonly string[], cwd: string): Promise<string> {
  try {
    return (await promisify(execFile)(python, [...argv], { cwd, maxBuffer: 1 << 26 })).stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return `${stdout}\n${stderr}`;
  }
}
