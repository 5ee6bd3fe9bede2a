/**
 * Bounds what all copies of one process hold in memory together: only so many chunks are under way at once. `memory` is
 * a chunk's buffer, lent until the work is done and then lent again: garbage of this size comes faster than it is collected.
 */
export type MemoryWindow = <T>(work: (memory: () => Buffer) => Promise<T>) => Promise<T>;

export function openMemoryWindow(chunks: number, chunkBytes: number): MemoryWindow {
  const waiting: (() => void)[] = [];
  const spare: Buffer[] = [];
  let free = chunks;

  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    let lent: Buffer | undefined;
    try {
      const result = await work(() => (lent ??= spare.pop() ?? Buffer.allocUnsafe(chunkBytes)));
      // After a failure a request may still hold on to its buffer; then it is not lent again.
      if (lent !== undefined) spare.push(lent);
      return result;
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
      // Nothing is under way: what comes next may be long in coming, and be somebody else's.
      if (free === chunks) spare.length = 0;
    }
  };
}
