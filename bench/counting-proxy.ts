import { connect, createServer, type AddressInfo } from 'node:net';

export type CountingProxy = {
  readonly port: number;
  /** From clients to the server, headers included. */
  readonly sentBytes: () => number;
  readonly close: () => void;
};

/** Passes TCP on to a port of this machine, and counts; answers come `lateMs` late, as from far away. */
export function countingProxy(target: number, lateMs = 0): Promise<CountingProxy> {
  let sentBytes = 0;
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    client.on('data', (part) => (sentBytes += part.length));
    client.pipe(upstream);
    if (lateMs === 0) upstream.pipe(client);
    else upstream.on('data', (part: Buffer) => void setTimeout(() => client.write(part), lateMs));
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    client.on('error', end).on('close', end);
    // What is still on its way comes first.
    upstream.on('error', end).on('close', () => void setTimeout(end, lateMs));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ port, sentBytes: () => sentBytes, close: () => void server.close() });
    });
  });
}
