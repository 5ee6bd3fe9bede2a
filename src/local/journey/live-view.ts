import { Listr, PRESET_TIMER } from 'listr2';
import type { View } from './view';

/** For a terminal: the running step turns, with its newest lines below it. */
export function liveView(): View {
  return {
    note: (...lines) => {
      for (const line of lines) console.log(line);
    },
    step: async <T>(title: string, work: (report: (...lines: readonly string[]) => void) => Promise<T>) => {
      const results: T[] = [];
      const list = new Listr({
        title,
        task: async (_context, task) => {
          results.push(await work((...lines) => (task.output = lines.join('\n'))));
        },
        rendererOptions: { timer: PRESET_TIMER, persistentOutput: true },
      });
      await list.run();
      return results[0] as T;
    },
  };
}
