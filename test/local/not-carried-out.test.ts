import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/local/main';
import { identify } from '../../src/local/process/identity';
import { type LocalState, statePath, writePrivately } from '../../src/local/state';

let root: string;
let errors: string;

/** A checkout whose stack runs, as far as its state says. */
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'running-'));
  const state: LocalState = {
    supervisor: identify(process.pid)!,
    components: {},
    apiUrl: 'http://127.0.0.1:8080',
    apiToken: 'secret',
    temporalAddress: '127.0.0.1:7233',
    temporalNamespace: 'default',
    inboxUrl: 'http://127.0.0.1:1080',
    offer: 'contoso/linux-vm',
  };
  writePrivately(statePath(join(root, '.local')), state);
  errors = '';
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  jest.spyOn(console, 'error').mockImplementation((line: string) => (errors += line));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(root, { recursive: true });
});

const none = {
  kind: 'start',
  goLive: false,
  exit: false,
  empty: false,
  again: false,
  application: false,
} as const;

it.each([
  [{ application: true }, '--application'],
  [{ goLive: true }, '--go-live'],
  [{ exit: true }, '--exit'],
  [{ again: true }, '--again'],
  [{ goLive: true, exit: true, again: true, application: true }, '--application --again --go-live --exit'],
])(
  'says what to type for %j, which a running stack does not carry out, and ends with 1',
  async (flags, given) => {
    expect(await main({ ...none, ...flags }, root)).toBe(1);

    expect(errors).toBe(
      `Not carried out: ${given}. Stop that stack (kill ${process.pid}), and once it has ended: npm start -- ${given}`,
    );
  },
);

it.each([{}, { empty: true }])(
  'is content with the running stack when no publication is asked for: %j',
  async (flags) => {
    expect(await main({ ...none, ...flags }, root)).toBe(0);

    expect(errors).toBe('');
  },
);
