import type { View } from './view';

const repeatEveryMs = 5000;

/** For logs and pipes: one line per fact; progress is repeated at most every five seconds. */
export function plainView(write: (line: string) => void, now: () => number): View {
  return {
    note: (...lines) => {
      for (const line of lines) write(line);
    },
    step: async (title, work) => {
      const begun = now();
      let told = 0;
      write(`${title} ...`);
      const report = (...lines: readonly string[]): void => {
        if (now() - told < repeatEveryMs) return;
        told = now();
        for (const line of lines) write(`  ${line}`);
      };
      const result = await work(report);
      write(`${title}: done (${((now() - begun) / 1000).toFixed(1)} s)`);
      return result;
    },
  };
}
