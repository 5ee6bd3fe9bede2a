import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { publicationAt } from '../support/publication-at';
import { publishableOffer } from '../support/publishable-offer';
import { type At, listener, offerAgainst, runOffer } from '../support/run-offer';
import { apiToken, offerPath, testApp, type TestApp } from '../support/test-app';
import { until } from '../support/until';
import { Interruption } from '../../src/cli/interruption';

let test: TestApp;
const closing: (() => unknown)[] = [];
beforeEach(async () => {
  test = testApp();
  await test.api('PUT', offerPath, publishableOffer());
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The app on a port that it can leave and come back to. */
async function restartable(): Promise<Restartable> {
  let port = 0;
  let asked = 0;
  let server: ReturnType<typeof serve> | undefined;
  const start = async (): Promise<void> => {
    const fetch = (request: Request): Response | Promise<Response> => {
      asked += 1;
      return test.app.fetch(request);
    };
    const started = serve({ fetch, hostname: '127.0.0.1', port });
    server = started;
    await new Promise((resolve) => started.once('listening', resolve));
    ({ port } = started.address() as AddressInfo);
  };
  const stop = async (): Promise<void> => {
    const stopping = server;
    server = undefined;
    if (stopping === undefined) return;
    if ('closeAllConnections' in stopping) stopping.closeAllConnections();
    await new Promise((resolve) => stopping.close(resolve));
  };
  await start();
  closing.push(stop);
  return { url: `http://127.0.0.1:${port}`, asked: () => asked, stop, start };
}

type Restartable = {
  readonly url: string;
  readonly asked: () => number;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
};

/** Something that answers each request by the next of these, and hands the rest to the app. */
async function troubled(
  ...troubles: ((answer: ServerResponse) => void)[]
): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server: Server = createServer((request, answer) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      seen.push({ path: request.url ?? '', key: String(request.headers['idempotency-key']), body });
      const trouble = troubles.shift();
      if (trouble !== undefined) return trouble(answer);
      void test
        .api(request.method ?? '', request.url ?? '', body === '' ? undefined : body, {
          'Idempotency-Key': 'none',
        })
        .then(async (given) => {
          answer.writeHead(given.status, { 'Content-Type': 'application/json' });
          answer.end(await given.text());
        });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

type Seen = { readonly path: string; readonly key: string; readonly body: string };

const answering =
  (status: number, headers: Record<string, string> = {}) =>
  (answer: ServerResponse): void => {
    answer.writeHead(status, headers).end('{}');
  };
const breaking = (answer: ServerResponse): void => {
  answer.destroy();
};
const runAt = (url: string, at: At, ...argv: readonly string[]) =>
  runOffer(argv, { OFFER_API: url, OFFER_TOKEN: apiToken }, at);
const run = (url: string, ...argv: readonly string[]) => runAt(url, {}, ...argv);

describe('a change whose answer is lost', () => {
  it.each([
    ['a broken connection', breaking],
    ['502', answering(502)],
    ['503 with Retry-After', answering(503, { 'Retry-After': '0' })],
    ['429', answering(429, { 'Retry-After': '0' })],
  ])('is sent again with the same key and request id: %s', async (_case, trouble) => {
    test.publish(publicationAt('signOff'));
    const { url, seen } = await troubled(trouble, trouble);

    const { exitCode, stdout } = await run(url, 'go-live', 'contoso/linux-vm');

    expect([exitCode, stdout]).toEqual([0, 'Go live: accepted for contoso/linux-vm.\n']);
    expect(seen).toHaveLength(3);
    expect(new Set(seen.map(({ key }) => key)).size).toBe(1);
    expect(seen.map(({ body }) => body)).toEqual(Array(3).fill(JSON.stringify({ requestId: seen[0]?.key })));
  });

  it('is given up with 8 when the API stays away, and with 1 when the fault is its own', async () => {
    const [away, fault] = [
      await troubled(...Array(20).fill(answering(503))),
      await troubled(...Array(20).fill(answering(500))),
    ];

    const told = await Promise.all([
      run(away.url, 'cancel', 'contoso/linux-vm'),
      run(fault.url, 'cancel', 'contoso/linux-vm'),
    ]);

    expect(told.map(({ exitCode }) => exitCode)).toEqual([8, 1]);
  });

  it('is sent once more by hand with --request-id, and happens once', async () => {
    test.publish(publicationAt('signOff'));
    const offer = await offerAgainst(test.app);
    const argv = ['go-live', 'contoso/linux-vm', '--request-id', '0f8fad5b-d9cb-469f-a165-70867728950e'];

    const first = await offer.run(...argv);
    const second = await offer.run(...argv);

    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect(test.client.sent).toHaveLength(1);
  });
});

describe('waiting', () => {
  it('goes on through a restart of the API, and says so once on stderr', async () => {
    test.publish(publicationAt('certification'));
    const api = await restartable();
    const { hear, heard } = listener();

    const waiting = runAt(api.url, { hear }, 'status', 'contoso/linux-vm', '--watch', '--timeout', '240');
    await until('it was looked at twice', async () => api.asked() > 1);
    await api.stop();
    test.publish(publicationAt('live'));
    await until('it says that the API is away', () => heard().includes('does not answer'));
    await api.start();
    const { exitCode, stdout, stderr } = await waiting;

    expect(exitCode).toBe(0);
    expect(stdout).toContain('contoso/linux-vm  version 1  Live');
    expect(stderr).toMatch(
      /^The API at \S+ does not answer .+ Trying again; the publication goes on meanwhile\.\n$/,
    );
  });

  it('ends with 6 when the API stays away until --timeout, saying why', async () => {
    test.publish({ ...publicationAt('certification') });
    const { url } = await troubled(
      ...[...Array(2)].map(() => answerStatus(test)),
      ...Array(50).fill(answering(503)),
    );

    const { exitCode, stderr } = await run(url, 'status', 'contoso/linux-vm', '--watch', '--timeout', '30');

    expect(exitCode).toBe(6);
    expect(stderr).toMatch(/Gave up waiting for contoso\/linux-vm \(Publish in progress\)\. .*answered 503/);
  });

  it('gives one line of JSON for each change, all of one shape', async () => {
    test.publish(publicationAt('certification'));
    const offer = await offerAgainst(test.app);
    const { hear, heard } = listener();

    const watching = offer.runAt({ hear }, 'status', 'contoso/linux-vm', '--watch', '--json');
    await until('its first state was told', () => heard().includes('Publish in progress'));
    test.publish(publicationAt('live'));
    const lines = (await watching).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);

    expect(lines.map((line) => Object.keys(line))).toEqual(
      Array(2).fill(['offer', 'label', 'status', 'progress', 'links', 'certification']),
    );
    expect(lines).toMatchObject([{ label: 'Publish in progress' }, { label: 'Live' }]);
  });

  it('of publish --until live does not stop at sign-off', async () => {
    const api = await restartable();

    const waiting = run(api.url, 'publish', 'contoso/linux-vm', '--wait', '--until', 'live', '--json');
    await until('it was published', async () => test.catalogue.operationRows.length > 0);
    const id = test.catalogue.operationRows[0]?.publicationId ?? '';
    test.publish({ ...publicationAt('signOff'), publicationId: id });
    // The first of two more looks may have begun before; when the second begins, it has seen sign-off and goes on.
    const looks = api.asked();
    await until('sign-off was looked at', () => api.asked() > looks + 1);
    test.catalogue.statuses[0] = { ...publicationAt('live'), publicationId: id };
    const { exitCode, stdout } = await waiting;

    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      publicationId: id,
      label: 'Live',
      status: { outcome: 'live' },
    });
  });

  it('stops at Ctrl-C with 130 and says that the publication goes on', async () => {
    test.publish(publicationAt('certification'));
    const offer = await offerAgainst(test.app);
    const interruption = new AbortController();
    const { hear, heard } = listener();

    const watching = offer.runAt(
      { interrupted: interruption.signal, hear },
      'status',
      'contoso/linux-vm',
      '--watch',
    );
    await until('it watches', () => heard().includes('Certification'));
    interruption.abort(new Interruption());
    const { exitCode, stderr } = await watching;

    expect(exitCode).toBe(130);
    expect(stderr).toBe(
      'Stopped watching. The publication of contoso/linux-vm goes on: offer status contoso/linux-vm --watch\n',
    );
  });
});

/** The first looks reach the app. */
function answerStatus({ api }: TestApp): (answer: ServerResponse) => void {
  return (answer) =>
    void api('GET', `${offerPath}/publication`).then(async (given) => {
      answer.writeHead(200, { 'Content-Type': 'application/json' }).end(await given.text());
    });
}
