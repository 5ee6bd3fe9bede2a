import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

export type StorageProxy = {
  /** What to use in place of the account's own URL. */
  readonly url: string;
  /** `METHOD path` of every request that came, refused ones too. */
  readonly requests: readonly string[];
  /** Page bytes that reached the account, written and read. */
  readonly traffic: { readonly writtenBytes: number; readonly readBytes: number };
  /** Requests whose client hung up before it had the whole answer. */
  readonly givenUp: () => number;
  behave: (behaviour: Behaviour) => void;
  /** Sees each request before it is passed on; what it returns is waited for first. */
  onRequest: (listener: RequestListener) => void;
  close: () => Promise<void>;
};

type RequestListener = (line: string) => Promise<void> | void;

/** `answers` passes everything on; `refuses` says 503 ServerBusy; `hangs` never answers; `drops` hangs up. */
export type Behaviour = 'answers' | 'refuses' | 'hangs' | 'drops';

/** Stands in front of an emulated storage account to count what goes over the wire, and to fail when told. */
export async function startStorageProxy(account: string): Promise<StorageProxy> {
  const target = new URL(account);
  const requests: string[] = [];
  const traffic = { writtenBytes: 0, readBytes: 0 };
  let behaviour: Behaviour = 'answers';
  let givenUp = 0;
  let listener: RequestListener = () => undefined;
  const server = createServer((incoming, answer) => {
    const line = `${incoming.method} ${incoming.url?.split('?')[0]}`;
    requests.push(line);
    answer.once('close', () => (givenUp += answer.writableFinished ? 0 : 1));
    const held = listener(line);
    if (held !== undefined) void passLater(incoming, answer, held);
    else if (behaviour === 'answers') pass(incoming, answer);
    else if (behaviour === 'refuses') refuse(incoming, answer);
    else if (behaviour === 'drops') incoming.socket.destroy();
  });

  /** Read to its end meanwhile: only then is it noticed when the client hangs up, and nobody wants it any more. */
  async function passLater(
    incoming: IncomingMessage,
    answer: ServerResponse,
    held: Promise<void>,
  ): Promise<void> {
    const [body] = await Promise.all([buffer(incoming).catch(() => undefined), held]);
    if (body !== undefined && !answer.destroyed) pass(incoming, answer, Readable.from([body]));
  }

  function pass(incoming: IncomingMessage, answer: ServerResponse, body: Readable = incoming): void {
    const { method, url: path, headers } = incoming;
    const outgoing = request({ host: target.hostname, port: target.port, method, path, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.on('data', (chunk: Buffer) => {
        if (method === 'GET' && reply.statusCode === 206) traffic.readBytes += chunk.length;
      });
      reply.pipe(answer);
    });
    outgoing.on('error', () => answer.destroy());
    body.on('data', (chunk: Buffer) => (traffic.writtenBytes += chunk.length));
    body.pipe(outgoing);
  }

  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}${target.pathname}`,
    requests,
    traffic,
    givenUp: () => givenUp,
    behave: (next) => (behaviour = next),
    onRequest: (next) => (listener = next),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function refuse(incoming: IncomingMessage, answer: ServerResponse): void {
  incoming.resume();
  answer.writeHead(503, { 'x-ms-error-code': 'ServerBusy', 'content-type': 'application/xml' });
  answer.end('<?xml version="1.0"?><Error><Code>ServerBusy</Code><Message>Busy.</Message></Error>');
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
