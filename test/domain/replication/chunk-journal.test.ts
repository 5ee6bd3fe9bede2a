import * as fc from 'fast-check';
import { addToJournal } from '../../../src/domain/replication/chunk-journal';
import { planChunks } from '../../../src/domain/replication/chunk-plan';
import { mergeRanges, subtractRanges } from '../../../src/domain/replication/page-ranges';
import { someRanges } from './some-ranges';

const range = (start: number, end: number) => ({ start: start * 512, end: end * 512 });

describe('addToJournal', () => {
  it('swallows a gap without data, and keeps one that holds data', () => {
    const data = [range(0, 4), range(10, 14), range(20, 24)];

    expect(addToJournal([range(0, 4)], [range(10, 14)], data)).toEqual([range(0, 14)]);
    expect(addToJournal([range(0, 4)], [range(20, 24)], data)).toEqual([range(0, 4), range(20, 24)]);
  });

  it('leaves to be copied exactly the data that was not finished', () => {
    fc.assert(
      fc.property(someRanges, someRanges, someRanges, (data, before, now) => {
        const journal = addToJournal(addToJournal([], before, data), now, data);

        const remaining = mergeRanges(planChunks(data, journal).chunks);
        expect(remaining).toEqual(subtractRanges(data, [...before, ...now]));
      }),
    );
  });

  it('stays small while a scattered image is copied in order', () => {
    const data = Array.from({ length: 2000 }, (_, at) => range(at * 10, at * 10 + 3));

    const journal = data.reduce<ReturnType<typeof addToJournal>>(
      (sofar, chunk) => addToJournal(sofar, [chunk], data),
      [],
    );

    expect(journal).toHaveLength(1);
  });
});
