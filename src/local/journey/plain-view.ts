import type { View } from './view';

const tellEveryMs = 5000;

/** For logs and pipes: one line per fact; progress is told at most every five seconds, and only when it is news. */
export function plainView(write: (line: string) => void, now: () => number): View {
  return {
    note: (...lines) => {
      for (const line of lines) write(line);
    },
    step: async (title, work) => {
      const begun = now();
      let told = 0;
      let known: readonly string[] = [];
      write(`${title} ...`);
      const report = (...lines: readonly string[]): void => {
        if (now() - told < tellEveryMs) return;
        told = now();
        for (const line of lines.filter((each) => !known.includes(each))) write(`  ${line}`);
        known = lines;
      };
      const result = await work(report);
      write(`${title}: done (${((now() - begun) / 1000).toFixed(1)} s)`);
      return result;
    },
  };
}
