import type { IncomingMessage, ServerResponse } from 'node:http';
import { startLocalServer } from './local-server';

export type Received = {
  readonly method: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
};

export type TestServer = {
  readonly origin: string;
  readonly received: readonly Received[];
  readonly close: () => Promise<void>;
};

/** A web server of this test's own that remembers whole requests; `answer` is called when one was read. */
export async function startHttpServer(answer: (response: ServerResponse) => void): Promise<TestServer> {
  const received: Received[] = [];
  const { origin, close } = await startLocalServer((request, response) => {
    void readAll(request).then((body) => {
      received.push({ method: request.method ?? '', body, headers: request.headers });
      answer(response);
    });
  });
  return { origin, received, close };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
