import fc from 'fast-check';
import { readingPlan } from '../../../src/domain/replication/reading-plan';

const kib = 1024;
const mib = 1024 * kib;

describe('readingPlan', () => {
  it('fetches data in pieces, reads short gaps along, and passes over long ones', () => {
    const data = [
      { start: 0, end: 4 * kib },
      { start: 12 * kib, end: 16 * kib },
      { start: 1 * mib, end: 4 * mib },
    ];

    const pieces = [...readingPlan(70 * mib, data, 2 * mib)];

    expect(pieces).toEqual([
      { start: 0, end: 16 * kib, holdsData: true },
      { start: 16 * kib, end: 1 * mib, holdsData: false },
      { start: 1 * mib, end: 3 * mib, holdsData: true },
      { start: 3 * mib, end: 4 * mib, holdsData: true },
      { start: 4 * mib, end: 68 * mib, holdsData: false },
      { start: 68 * mib, end: 70 * mib, holdsData: false },
    ]);
  });

  it('names every byte once and in order', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 })));
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 100 }), (pairs, tail) => {
        let end = 0;
        const data = pairs.map(([gap, length]) => {
          const start = end + gap * 512;
          end = start + length * 512;
          return { start, end };
        });
        const bytes = end + tail * 512;

        const pieces = [...readingPlan(bytes, data, 16 * kib)];

        let position = 0;
        for (const piece of pieces) {
          expect(piece.start).toBe(position);
          expect(piece.end).toBeGreaterThan(piece.start);
          position = piece.end;
        }
        expect(position).toBe(bytes);
      }),
    );
  });
});
