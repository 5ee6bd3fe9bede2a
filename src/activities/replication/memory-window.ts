/** Bounds what all copies of one process hold in memory together: only so many chunks are under way at once. */
export type MemoryWindow = <T>(work: () => Promise<T>) => Promise<T>;

export function openMemoryWindow(chunks: number): MemoryWindow {
  const waiting: (() => void)[] = [];
  let free = chunks;

  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
