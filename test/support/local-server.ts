import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type LocalServer = {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly port: number;
  /** Method and target of every request that arrived. */
  readonly requests: readonly string[];
  readonly headers: readonly NodeJS.Dict<string | string[]>[];
  readonly close: () => Promise<void>;
};

/** An HTTP server on loopback that remembers what reached it. */
export async function startLocalServer(listener: RequestListener): Promise<LocalServer> {
  const requests: string[] = [];
  const headers: NodeJS.Dict<string | string[]>[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    headers,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
