import { itemLines } from '../../src/cli/output/item-lines';
import { languages } from '../../src/domain/text/language';

const gib = 2 ** 30;
/** What a terminal of 100 columns leaves below the name of a step. */
const columns = 100 - '  › '.length;

it.each(languages)('shows a region in one line of a terminal of 100 columns (%s)', (language) => {
  const copying = {
    item: 'replicate.southeastasia',
    doneBytes: 126.9 * gib,
    totalBytes: 1023.5 * gib,
    bytesPerSecond: 63.9 * 2 ** 20,
    state: 'running',
    updatedAt: '2026-11-20T11:59:00.000Z',
  } as const;
  const done = {
    ...copying,
    item: 'replicate.brazilsouth',
    doneBytes: copying.totalBytes,
    state: 'done',
  } as const;

  const lines = itemLines([copying, done], { language, bars: true });

  expect(lines.map((line) => line.length <= columns)).toEqual([true, true]);
  expect(lines[0]).toMatch(/^southeastasia {2}█░{9} {2}12 % .+63[.,]9 MiB\/.+\d/);
});
