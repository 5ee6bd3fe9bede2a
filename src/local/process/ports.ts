import { createServer } from 'node:net';

const promised = new Set<number>();

/** `preferred` when nobody listens on it, otherwise a free port. No two calls of one process get the same. */
export async function freePort(preferred = 0): Promise<number> {
  const port = promised.has(preferred) ? undefined : await tryListen(preferred);
  if (port === undefined) return freePort();
  if (promised.has(port)) return freePort();
  promised.add(port);
  return port;
}

function tryListen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}
