import type { PublicationAnswer } from '../../src/http/publication/publication-answer';
import { sampleMachine } from '../../src/local/journey/sample';
import { journey } from '../../src/local/journey/journey';
import { journeyOutcome } from '../../src/local/journey-outcome';
import { plainView } from '../../src/local/journey/plain-view';
import type { Stack } from '../../src/local/stack';
import { type LocalServer, startLocalServer } from '../support/local-server';
import { story } from './journey-story';

let lines: string[];
let server: LocalServer;
let newest: PublicationAnswer;
const view = plainView(
  (line) => lines.push(line),
  () => 0,
);

beforeEach(async () => {
  lines = [];
  server = await startLocalServer((_request, response) => {
    response.writeHead(200).end(JSON.stringify(newest));
  });
});
afterEach(() => server.close());

/** A stack whose storage cannot be reached: a journey that publishes anything fails. */
const stack = (): Stack => ({
  apiUrl: server.origin,
  apiToken: 'token',
  temporalAddress: '127.0.0.1:7233',
  temporalNamespace: 'default',
  temporalCommand: 'temporal',
  inboxUrl: '',
  ports: {
    temporal: 1,
    temporalUi: 1,
    postgres: 1,
    blob: 1,
    queue: 1,
    table: 1,
    smtp: 1,
    inbox: 1,
    api: 1,
    workerHealth: 1,
    workerMetrics: 1,
  },
  keys: {
    accountKeys: {},
    databasePassword: '',
    apiToken: 'token',
    signingKey: '',
    secretsKey: '',
  },
  stop: () => Promise.resolve(),
});

it.each(['canceled', 'failed', 'live'] as const)(
  'leaves a live sample alone, whose newest attempt was %s',
  async (outcome) => {
    const ended = story({ kind: 'ended', outcome }).at(-1)!;
    newest = {
      ...ended,
      links: { ...ended.links, live: [{ text: 'Shop', uri: 'http://shop.example/p' }] },
    };

    const end = await journey(stack(), { view, sample: sampleMachine, goLive: true, again: false });

    expect(end).toEqual({ kind: 'live', url: 'http://shop.example/p' });
    expect(lines).toEqual(['The sample is live; nothing to publish (--again publishes it again).']);
    expect(server.requests.filter((request) => !request.startsWith('GET'))).toEqual([]);
  },
);

describe('a journey that failed', () => {
  const failed = () => Promise.reject(new Error('The disk is full.'));

  it('leaves the stack up and says why', async () => {
    expect(await journeyOutcome(failed(), { view, exit: false })).toBe(false);
    expect(lines).toEqual(['The sample was not published. The disk is full.']);
  });

  it('ends the stack with --exit', async () => {
    await expect(journeyOutcome(failed(), { view, exit: true })).rejects.toThrow('The disk is full.');
  });
});
