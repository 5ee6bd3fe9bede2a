/**
 * How many times as long the processor needs for four times as much: about 4 where its time grows with the length, 16 where
 * it grows with the square. A machine that is busy with other work changes nothing.
 */
export function growth(work: (length: number) => void, length: number): number {
  const cpuMs = (size: number): number => {
    const tries = [1, 2, 3].map(() => {
      const before = process.cpuUsage();
      work(size);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    return Math.min(...tries);
  };
  return cpuMs(4 * length) / Math.max(cpuMs(length), shortestMs);
}

/** What is shorter says more about the collector of garbage than about the work. */
const shortestMs = 5;
