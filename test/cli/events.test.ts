import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Interruption } from '../../src/cli/interruption';
import { eventsIn } from '../../src/cli/api/event-source';
import { listener, runOffer } from '../support/run-offer';
import { offerAt, type OfferAt } from '../support/offer-at';
import { apiToken, type TestApp } from '../support/test-app';
import { until } from '../support/until';

let test: TestApp;
let offer: OfferAt;
beforeEach(async () => {
  offer = await offerAt();
  ({ test } = offer);
});

describe('offer events', () => {
  it('gives what followed an event, one CloudEvent a line, until Ctrl-C', async () => {
    [1, 2, 3].forEach(() => test.catalogue.events.add());
    const interruption = new AbortController();
    const { hear, heard } = listener();

    const watching = offer.runAt({ interrupted: interruption.signal, hear }, 'events', '--after', '100.1');
    await until('the newest event was told', () => heard().includes('100.3'));
    interruption.abort(new Interruption());
    const { exitCode, stdout } = await watching;

    expect(exitCode).toBe(130);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; type: string });
    expect(events.map(({ id }) => id)).toEqual(['100.2', '100.3']);
    expect(events[0]).toMatchObject({
      specversion: '1.0',
      type: 'offer-publication.publication.stepChanged',
    });
  });

  it('ends with 6 when --timeout is over', async () => {
    const { exitCode, stderr } = await offer.run('events', 'contoso/linux-vm', '--timeout', '0.3');

    expect([exitCode, stderr]).toEqual([6, 'The time is over.\n']);
  });

  it('goes on after the newest event when the connection breaks: none is lost, none comes twice', async () => {
    const asked: (string | undefined)[] = [];
    const answers = [
      (answer: ServerResponse) =>
        answer.write('id: 1.1\ndata: {"n":1}\n\nid: 1.2\nda', () => answer.destroy()),
      (answer: ServerResponse) => answer.end('retry: 2000\n\n:\n\nid: 1.2\ndata: {"n":2}\n\n'),
      (answer: ServerResponse) => answer.writeHead(503, { 'Retry-After': '0' }).end(),
      (answer: ServerResponse) => answer.writeHead(204).end(),
    ];
    const server = createServer((request, answer) => {
      asked.push(request.headers['last-event-id']?.toString());
      answers.shift()?.(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

    const told = await runOffer(['events'], { OFFER_API: url, OFFER_TOKEN: apiToken });
    server.close();

    expect([told.exitCode, told.stdout]).toEqual([0, '{"n":1}\n{"n":2}\n']);
    expect(asked).toEqual([undefined, '1.1', '1.2', '1.2']);
  });

  it('ends with 2 for an event that never was', async () => {
    const { exitCode, stdout } = await offer.run('events', '--after', 'soon', '--json');

    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { exitCode: 2 } });
  });
});

describe('a stream of events', () => {
  const read = async (...chunks: readonly string[]): Promise<readonly unknown[]> => {
    async function* stream(): AsyncGenerator<Uint8Array> {
      for (const chunk of chunks) yield Buffer.from(chunk);
    }
    const events: unknown[] = [];
    for await (const event of eventsIn(stream())) events.push(event);
    return events;
  };

  it.each([
    ['whole', ['id: 1\ndata: a\n\n'], [{ id: '1', data: 'a' }]],
    [
      'cut anywhere',
      ['id', ': 1\nda', 'ta: a', '\n', '\nid: 2\ndata: b\n\n'],
      [
        { id: '1', data: 'a' },
        { id: '2', data: 'b' },
      ],
    ],
    ['with several lines of data', ['data: a\ndata: b\n\n'], [{ id: '', data: 'a\nb' }]],
    [
      'with CRLF, comments and other fields',
      [':hi\r\nid:1\r\nretry: 5\r\ndata:a\r\n\r\n'],
      [{ id: '1', data: 'a' }],
    ],
    ['half at the end', ['data: a\n\ndata: b'], [{ id: '', data: 'a' }]],
  ])('is read %s', async (_case, chunks, events) => {
    expect(await read(...chunks)).toEqual(events);
  });

  it('keeps characters whole that arrive in two pieces', async () => {
    const bytes = Buffer.from('data: ж\n\n');
    async function* stream(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 7);
      yield bytes.subarray(7);
    }

    for await (const event of eventsIn(stream())) expect(event.data).toBe('ж');
    expect.assertions(1);
  });
});
