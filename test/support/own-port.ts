import { randomInt } from 'node:crypto';
import { freePort } from '../../src/local/process/ports';

/** What `freePort` chooses from, cut into pieces: test processes beside each other never choose the same. */
const floor = 20_000;
const piece = 1500;
const pieces = 8;

/** A port for a process of the test's own, which may need seconds until it listens. */
export async function ownPort(): Promise<number> {
  const begin = floor + (Number(process.env['JEST_WORKER_ID'] ?? 0) % pieces) * piece;
  for (;;) {
    const preferred = begin + randomInt(piece);
    // Where it is taken `freePort` answers with one of anybody's.
    if ((await freePort(preferred)) === preferred) return preferred;
  }
}
