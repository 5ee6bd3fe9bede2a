import { copyInOrder, type OrderedCopy } from '../../../src/activities/certification/copy-in-order';
import { openMemoryWindow } from '../../../src/activities/replication/memory-window';
import type { Piece } from '../../../src/domain/replication/reading-plan';

const piece = (start: number, end: number, holdsData = true): Piece => ({ start, end, holdsData });

/** A source whose reads are answered by hand, by the piece's start. */
function byHand() {
  const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  const seen: string[] = [];
  const written: number[] = [];
  let mostWaiting = 0;
  const copy = (pieces: Iterable<Piece>, more: Partial<OrderedCopy> = {}): OrderedCopy => ({
    pieces,
    read: (start, into) =>
      new Promise((resolve, reject) => {
        waiting.set(start, { resolve: () => resolve({ kind: 'found', value: into.fill(start) }), reject });
        mostWaiting = Math.max(mostWaiting, waiting.size);
      }),
    write: async (offset) => void written.push(offset),
    inspection: {
      data: (bytes) => {
        seen.push(`data ${bytes[0]}`);
        return { start: 0, end: bytes.length };
      },
      zeros: async (count) => void seen.push(`zeros ${count}`),
    },
    onBytes: () => undefined,
    window: openMemoryWindow(8, 100),
    signal: new AbortController().signal,
    ...more,
  });
  /** Answers, and lets everything run that follows from it. */
  const answer = async (start: number, error?: Error): Promise<void> => {
    const request = waiting.get(start);
    waiting.delete(start);
    if (error) request?.reject(error);
    else request?.resolve();
    await new Promise(setImmediate);
  };
  return { copy, answer, seen, written, mostWaiting: () => mostWaiting };
}

describe('copyInOrder', () => {
  it('lets inspection see pieces in order however their answers come', async () => {
    const source = byHand();
    const done = copyInOrder(source.copy([piece(1, 2), piece(2, 5, false), piece(5, 6), piece(6, 7)]));

    await source.answer(6);
    await source.answer(5);
    const early = [...source.seen];
    await source.answer(1);
    await done;

    expect(early).toEqual([]);
    expect(source.seen).toEqual(['data 1', 'zeros 3', 'data 5', 'data 6']);
    expect(source.written.toSorted((one, other) => one - other)).toEqual([1, 5, 6]);
  });

  it('keeps the order while another image holds the memory: zeros need none, and still wait', async () => {
    const source = byHand();
    const window = openMemoryWindow(1, 100);
    let release: () => void = () => undefined;
    const other = window(() => new Promise<void>((resolve) => (release = resolve)));
    const done = copyInOrder(source.copy([piece(1, 2), piece(2, 5, false), piece(5, 6)], { window }));
    await new Promise(setImmediate);

    const early = [...source.seen];
    release();
    await other;
    await source.answer(1);
    await source.answer(5);
    await done;

    expect(early).toEqual([]);
    expect(source.seen).toEqual(['data 1', 'zeros 3', 'data 5']);
  });

  it('uses its buffers again', async () => {
    const source = byHand();
    const buffers = new Set<ArrayBufferLike>();
    const pieces = Array.from({ length: 50 }, (_, index) => piece(index * 100, (index + 1) * 100));

    await copyInOrder(
      source.copy(pieces, {
        read: async (_, value) => {
          buffers.add(value.buffer);
          return { kind: 'found', value };
        },
        window: openMemoryWindow(8, 100_000),
      }),
    );

    expect(buffers.size).toBeLessThanOrEqual(5);
  });

  it('never has more pieces under way than the window permits', async () => {
    const source = byHand();
    const pieces = Array.from({ length: 6 }, (_, index) => piece(index, index + 1));
    const done = copyInOrder(source.copy(pieces, { window: openMemoryWindow(2, 100) }));

    for (let start = 0; start < 6; start++) await source.answer(start);
    await done;

    expect(source.mostWaiting()).toBe(2);
  });

  it('writes nothing of a piece that is zero, and only the part that is not', async () => {
    const source = byHand();
    const writes: [number, number][] = [];
    const copy = source.copy([piece(0, 100), piece(100, 200)]);
    const done = copyInOrder({
      ...copy,
      inspection: {
        ...copy.inspection,
        data: (bytes) => (bytes[0] === 0 ? undefined : { start: 10, end: 30 }),
      },
      write: async (offset, pages) => void writes.push([offset, pages.length]),
    });

    await source.answer(0);
    await source.answer(100);
    await done;

    expect(writes).toEqual([[110, 20]]);
  });

  it('answers with the refusal of the source, and begins nothing more', async () => {
    const source = byHand();
    const refusal = { kind: 'refused', status: 412, reason: 'changed', detail: 'x' } as const;
    let asked = 0;
    const done = copyInOrder(
      source.copy(
        Array.from({ length: 100 }, (_, index) => piece(index, index + 1)),
        { read: async (_, value) => ((asked += 1) === 1 ? refusal : { kind: 'found', value }) },
      ),
    );

    expect(await done).toEqual(refusal);
    expect(asked).toBeLessThan(10);
    expect(source.seen).toEqual([]);
  });

  it.each(['read', 'write'] as const)(
    'throws what goes wrong in a %s, once all others have ended',
    async (what) => {
      const source = byHand();
      const failure = new Error('away');
      const more = what === 'write' ? { write: () => Promise.reject(failure) } : {};
      const copy = source.copy([piece(0, 1), piece(1, 2), piece(2, 3)], more);
      const outcome = copyInOrder(copy).catch((reason: unknown) => reason);

      await source.answer(0, what === 'read' ? failure : undefined);
      await source.answer(1);
      await source.answer(2);

      expect(await outcome).toBe(failure);
    },
  );

  it('inspects nothing more once it is to stop', async () => {
    const source = byHand();
    const stop = new AbortController();
    const reason = new Error('stop');
    const copy = source.copy([piece(0, 1)], { signal: stop.signal });
    const outcome = copyInOrder(copy).catch((thrown: unknown) => thrown);

    stop.abort(reason);
    await source.answer(0);

    expect(await outcome).toBe(reason);
    expect(source.seen).toEqual([]);
  });
});
