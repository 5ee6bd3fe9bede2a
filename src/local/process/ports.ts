import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** Ports that neither the kernel gives to outgoing connections nor well-known servers ask for. */
const floor = 20_000;
const ceiling = 32_000;

const promised = new Set<number>();

/** `preferred` when nobody listens on it, otherwise a free port. No two calls of one process get the same. */
export async function freePort(preferred = anyPort()): Promise<number> {
  if (promised.has(preferred) || !(await isFree(preferred))) return freePort();
  // Somebody may have asked for it while we looked.
  if (promised.has(preferred)) return freePort();
  promised.add(preferred);
  return preferred;
}

/** Can be listened on at this moment; nothing keeps it so. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** By chance, so that two who choose in the same moment hardly choose the same. */
function anyPort(): number {
  const below = Math.min(ceiling, firstEphemeralPort());
  // A machine that gives everything to outgoing connections has no better place.
  return randomInt(floor, below - floor < 1000 ? ceiling : below);
}

function firstEphemeralPort(): number {
  try {
    return Number.parseInt(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8'), 10);
  } catch {
    return ceiling;
  }
}
