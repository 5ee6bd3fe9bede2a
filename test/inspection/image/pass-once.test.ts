import { setImmediate as turnOver } from 'node:timers/promises';
import { openImageSource } from '../../../src/inspection/image/open-image-source';
import { passOnce } from '../../../src/inspection/image/pass-once';
import type { SourceReader } from '../../../src/services/ports';

const pieceCount = 20;
const pieces = Array.from({ length: pieceCount }, (_, index) => ({
  start: 4 * index,
  end: 4 * (index + 1),
  holdsData: index % 5 !== 4,
}));
const signal = new AbortController().signal;

/** Answers that come when they are let; the one asked for last comes first. */
function lateAnswers() {
  const waiting: (() => void)[] = [];
  let most = 0;
  return {
    most: () => most,
    wait: async (): Promise<void> => {
      const answered = new Promise<void>((resolve) => waiting.push(resolve));
      most = Math.max(most, waiting.length);
      await answered;
    },
    letAll: async (isOver: () => boolean): Promise<void> => {
      while (!isOver()) {
        await turnOver();
        waiting.pop()?.();
      }
    },
  };
}

/** What was shown: the first byte of data, or how many zeros. */
function shownPieces() {
  const shown: (number | string)[] = [];
  const inspection = {
    data: (bytes: Buffer) => void shown.push(bytes[0] ?? -1),
    zeros: async (count: number) => void shown.push(`${count} zeros`),
    finish: () => {
      throw new Error('Nobody asked.');
    },
  };
  return { shown, inspection };
}

it('shows pieces in their order, whichever comes first, and asks for no more at once than it holds', async () => {
  const late = lateAnswers();
  const { shown, inspection } = shownPieces();
  let isOver = false;
  const read = async (start: number, into: Buffer): Promise<void> => {
    await late.wait();
    into.fill(start / 4);
  };

  const passed = passOnce({ pieces, read, largest: 4, held: 3, at: () => undefined, signal }, inspection);
  void passed.finally(() => (isOver = true));
  await late.letAll(() => isOver);
  await passed;

  expect(shown).toEqual(pieces.map(({ holdsData }, index) => (holdsData ? index : '4 zeros')));
  expect(late.most()).toBe(3);
});

it('ends with what went wrong, and shows nothing of what comes after it', async () => {
  const { shown, inspection } = shownPieces();
  const read = async (start: number, into: Buffer): Promise<void> => {
    if (start === 8) throw new Error('The line is cut.');
    into.fill(start / 4);
  };

  const passed = passOnce({ pieces, read, largest: 4, held: 3, at: () => undefined, signal }, inspection);

  await expect(passed).rejects.toThrow('The line is cut.');
  expect(shown).toEqual([0, 1]);
});

it('has 4 MiB of an image far away under way at once', async () => {
  const late = lateAnswers();
  const { inspection } = shownPieces();
  const bytes = 16 * 1024 * 1024;
  let largest = 0;
  let isOver = false;
  const sources: Pick<SourceReader, 'read' | 'dataRanges'> = {
    dataRanges: async () => [{ start: 0, end: bytes }],
    read: async (_url, { into }) => {
      largest = Math.max(largest, into.length);
      await late.wait();
      return { kind: 'found', value: into };
    },
  };

  const source = { url: 'https://far.example/web.vhd', etag: '"1"', bytes };
  const { pass } = await openImageSource({ ...sources, stat: neverAsked }, source, signal);
  const passed = passOnce({ ...pass, at: () => undefined, signal }, inspection);
  void passed.finally(() => (isOver = true));
  await late.letAll(() => isOver);
  await passed;

  expect(late.most() * largest).toBe(4 * 1024 * 1024);
});

const neverAsked = async (): Promise<never> => {
  throw new Error('Nobody asks for this.');
};
