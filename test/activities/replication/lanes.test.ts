import { inLanes } from '../../../src/activities/replication/lanes';
import { openMemoryWindow } from '../../../src/activities/replication/memory-window';

/** Work that ends when it is told to. */
function controlledWork() {
  const begun: number[] = [];
  const ends = new Map<number, { readonly done: () => void; readonly fail: (error: Error) => void }>();
  const work = (item: number): Promise<void> => {
    begun.push(item);
    return new Promise((done, fail) => ends.set(item, { done, fail }));
  };
  return { begun, ends, work };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('inLanes', () => {
  it('never has more under way than there are lanes, and does everything in order', async () => {
    const { begun, ends, work } = controlledWork();

    const all = inLanes([1, 2, 3, 4], 2, work);

    expect(begun).toEqual([1, 2]);
    ends.get(2)?.done();
    await nextTurn();
    expect(begun).toEqual([1, 2, 3]);
    ends.get(3)?.done();
    await nextTurn();
    ends.get(4)?.done();
    ends.get(1)?.done();
    await all;
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it('begins nothing after a failure, and throws it only when the others have ended', async () => {
    const { begun, ends, work } = controlledWork();
    let ended = false;
    const all = inLanes([1, 2, 3], 2, work).finally(() => (ended = true));
    all.catch(() => undefined);

    ends.get(1)?.fail(new Error('refused'));
    await nextTurn();

    expect(ended).toBe(false);
    ends.get(2)?.done();
    await expect(all).rejects.toThrow('refused');
    expect(begun).toEqual([1, 2]);
  });
});

describe('the memory window', () => {
  it('lets only so many chunks be under way, whoever asks, and frees the place of one that failed', async () => {
    const { begun, ends, work } = controlledWork();
    const window = openMemoryWindow(1, 100);
    const first = window(() => work(1));
    const second = window(() => work(2));
    first.catch(() => undefined);
    await nextTurn();
    expect(begun).toEqual([1]);

    ends.get(1)?.fail(new Error('refused'));
    await nextTurn();

    expect(begun).toEqual([1, 2]);
    ends.get(2)?.done();
    await second;
  });

  it('lends its memory again while a copy is under way, but not what a failed request may still write to', async () => {
    const window = openMemoryWindow(2, 100_000);
    const { lent, borrow } = borrower();
    const { ends, work } = controlledWork();
    const copy = window(() => work(1));

    await window(borrow);
    await window(borrow);
    const failed = window((memory) => borrow(memory).then(() => Promise.reject(new Error('refused'))));
    await expect(failed).rejects.toThrow('refused');
    await window(borrow);
    ends.get(1)?.done();
    await copy;

    expect(new Set(lent.slice(0, 6)).size).toBe(1);
    expect(lent[6]).not.toBe(lent[0]);
  });

  it('keeps no memory when nothing is under way', async () => {
    const window = openMemoryWindow(2, 100_000);
    const { lent, borrow } = borrower();

    await window(borrow);
    await window(borrow);

    expect(lent[2]).not.toBe(lent[0]);
  });
});

/** Writes down what it was lent, asking for it twice. */
function borrower(): { readonly lent: Buffer[]; readonly borrow: (memory: () => Buffer) => Promise<void> } {
  const lent: Buffer[] = [];
  return {
    lent,
    borrow: (memory) => {
      lent.push(memory(), memory());
      return Promise.resolve();
    },
  };
}
