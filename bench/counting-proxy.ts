import { connect, createServer, type AddressInfo } from 'node:net';

export type CountingProxy = {
  readonly port: number;
  /** From clients to the server, headers included. */
  readonly sentBytes: () => number;
  readonly close: () => void;
};

/** Passes TCP on to a port of this machine, and counts. */
export function countingProxy(target: number): Promise<CountingProxy> {
  let sentBytes = 0;
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    client.on('data', (part) => (sentBytes += part.length));
    client.pipe(upstream).pipe(client);
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ port, sentBytes: () => sentBytes, close: () => void server.close() });
    });
  });
}
