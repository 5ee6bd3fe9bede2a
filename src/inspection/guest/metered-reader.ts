import { GuestUnreadable } from './guest-unreadable';
import type { RangeReader } from './range-reader';

/** What a guest may cost. A file system can ask for the same bytes for ever, so asking is counted too. */
export type ReadingLimits = { readonly reads: number; readonly bytes: number; readonly asks: number };

export type MeteredReader = {
  /** From the cache where it can be; throws `GuestUnreadable` beyond a limit. */
  readonly read: (offset: number, length: number) => Promise<Buffer>;
  readonly spent: () => { readonly reads: number; readonly bytes: number };
};

/** Large enough to save requests, small enough that a guest of 1 GiB costs less than 1 % of it. */
const blockBytes = 16 * 1024;
const cachedBlocks = 512;

/** Reads whole blocks, remembers the latest, and stops at the limits. */
export function meterReader(source: RangeReader, limits: ReadingLimits, signal: AbortSignal): MeteredReader {
  const cache = new Map<number, Buffer>();
  const spent = { reads: 0, bytes: 0 };
  const ended = endOf(signal);
  let asks = 0;

  const spend = (bytes: number): void => {
    if (spent.reads >= limits.reads || spent.bytes + bytes > limits.bytes) {
      throw new GuestUnreadable('tooMuch', `${spent.reads} reads, ${spent.bytes} bytes`);
    }
    spent.reads += 1;
    spent.bytes += bytes;
  };
  const load = async (from: number, to: number): Promise<void> => {
    const start = from * blockBytes;
    const bytes = Math.min(to * blockBytes, source.bytes) - start;
    spend(bytes);
    const content = await Promise.race([source.read(start, bytes, signal), ended]);
    for (let block = from; block < to; block++) {
      const at = (block - from) * blockBytes;
      cache.set(block, content.subarray(at, at + blockBytes));
    }
  };

  return {
    async read(offset, length) {
      signal.throwIfAborted();
      if ((asks += 1) > limits.asks) throw new GuestUnreadable('tooMuch', `${limits.asks} requests`);
      if (offset < 0 || offset + length > source.bytes)
        throw new GuestUnreadable('damaged', 'beyond the disk');
      const [first, end] = [Math.floor(offset / blockBytes), Math.ceil((offset + length) / blockBytes)];
      for (const [from, to] of missing(cache, first, end)) await load(from, to);
      const blocks = Array.from({ length: end - first }, (_, index) => recall(cache, first + index));
      while (cache.size > cachedBlocks) forgetOldest(cache);
      const start = offset - first * blockBytes;
      return Buffer.concat(blocks).subarray(start, start + length);
    },
    spent: () => ({ ...spent }),
  };
}

/** Rejects when the signal fires: a source that never answers must not keep anybody waiting. */
function endOf(signal: AbortSignal): Promise<never> {
  const end = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(asError(signal.reason)), { once: true });
  });
  // Mostly nobody waits for it.
  end.catch(() => undefined);
  return end;
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('canceled');
}

/** Runs of blocks that are not there; each becomes one read. */
function missing(
  cache: ReadonlyMap<number, Buffer>,
  first: number,
  end: number,
): readonly (readonly [from: number, to: number])[] {
  const runs: [number, number][] = [];
  for (let block = first; block < end; block++) {
    if (cache.has(block)) continue;
    const last = runs.at(-1);
    if (last?.[1] === block) last[1] = block + 1;
    else runs.push([block, block + 1]);
  }
  return runs;
}

/** Takes it out and puts it back at the end, where the latest are. */
function recall(cache: Map<number, Buffer>, block: number): Buffer {
  const content = cache.get(block) ?? Buffer.alloc(0);
  cache.delete(block);
  cache.set(block, content);
  return content;
}

function forgetOldest(cache: Map<number, Buffer>): void {
  const [oldest] = cache.keys();
  if (oldest !== undefined) cache.delete(oldest);
}
