import * as fc from 'fast-check';
import { planChunks } from '../../../src/domain/replication/chunk-plan';
import { countBytes, mergeRanges, subtractRanges } from '../../../src/domain/replication/page-ranges';
import { someRanges } from './some-ranges';

const mebibyte = 1024 * 1024;

describe('planChunks', () => {
  it('covers exactly the data that the journal does not name, each byte once', () => {
    fc.assert(
      fc.property(someRanges, someRanges, (data, journal) => {
        const plan = planChunks(data, journal);

        expect(mergeRanges(plan.chunks)).toEqual(subtractRanges(data, journal));
        expect(countBytes(plan.chunks)).toBe(plan.totalBytes - plan.doneBytes);
        expect(plan.totalBytes).toBe(countBytes(mergeRanges(data)));
      }),
    );
  });

  it.each([
    [96, 0.5, 1],
    [256, 1, 2],
    [1024, 4, 8],
    [100 * 1024, 4, 400],
  ])('copies %d MiB in chunks of %d MiB and journals every %d MiB', (image, chunk, journalEvery) => {
    const plan = planChunks([{ start: 0, end: image * mebibyte }], []);

    expect(plan.chunks[0]).toEqual({ start: 0, end: chunk * mebibyte });
    expect(plan.journalEvery).toBe(journalEvery * mebibyte);
  });

  it('never plans a chunk beyond what one request may carry', () => {
    const plan = planChunks([{ start: 512, end: 512 + 1024 * 1024 * mebibyte }], []);

    expect(plan.chunks.every(({ start, end }) => end - start <= 4 * mebibyte)).toBe(true);
  });
});
