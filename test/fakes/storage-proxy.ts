import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type StorageProxy = {
  /** What to use in place of the account's own URL. */
  readonly url: string;
  /** `METHOD path` of every request that came, refused ones too. */
  readonly requests: readonly string[];
  /** Page bytes that reached the account, written and read. */
  readonly traffic: { readonly writtenBytes: number; readonly readBytes: number };
  behave: (behaviour: Behaviour) => void;
  /** Sees each request before it is passed on. */
  onRequest: (listener: (line: string) => void) => void;
  close: () => Promise<void>;
};

/** `answers` passes everything on; `refuses` says 503 ServerBusy; `hangs` never answers; `drops` hangs up. */
export type Behaviour = 'answers' | 'refuses' | 'hangs' | 'drops';

/** Stands in front of an emulated storage account to count what goes over the wire, and to fail when told. */
export async function startStorageProxy(account: string): Promise<StorageProxy> {
  const target = new URL(account);
  const requests: string[] = [];
  const traffic = { writtenBytes: 0, readBytes: 0 };
  let behaviour: Behaviour = 'answers';
  let listener: (line: string) => void = () => undefined;
  const server = createServer((incoming, answer) => {
    const line = `${incoming.method} ${incoming.url?.split('?')[0]}`;
    requests.push(line);
    listener(line);
    if (behaviour === 'answers') pass(incoming, answer);
    else if (behaviour === 'refuses') refuse(incoming, answer);
    else if (behaviour === 'drops') incoming.socket.destroy();
  });

  function pass(incoming: IncomingMessage, answer: ServerResponse): void {
    const { method, url: path, headers } = incoming;
    const outgoing = request({ host: target.hostname, port: target.port, method, path, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.on('data', (chunk: Buffer) => {
        if (method === 'GET' && reply.statusCode === 206) traffic.readBytes += chunk.length;
      });
      reply.pipe(answer);
    });
    outgoing.on('error', () => answer.destroy());
    incoming.on('data', (chunk: Buffer) => (traffic.writtenBytes += chunk.length));
    incoming.pipe(outgoing);
  }

  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}${target.pathname}`,
    requests,
    traffic,
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
