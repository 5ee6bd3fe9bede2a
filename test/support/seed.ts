import { randomInt } from 'node:crypto';

export type Dice = {
  /** A whole number from 0 to `below` - 1. */
  readonly number: (below: number) => number;
  /** So many different ones of these, in their own order. */
  readonly sample: <T>(all: readonly T[], count: number) => readonly T[];
};

/** Chance that can be repeated: the seed is printed, and `SEED=<n>` sets it. */
export function seedOf(test: string): number {
  const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));
  process.stderr.write(`${test}: SEED=${seed}\n`);
  return seed;
}

export function dice(test: string): Dice {
  let state = seedOf(test);
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (below: number): number => Math.floor(next() * below);
  return {
    number,
    sample(all, count) {
      const left = all.map((_, index) => index);
      const chosen = Array.from({ length: Math.min(count, all.length) }, () =>
        left.splice(number(left.length), 1),
      );
      return chosen
        .flat()
        .toSorted((a, b) => a - b)
        .flatMap((index) => all.slice(index, index + 1));
    },
  };
}

/** `SWEEP=1` (`npm run test:all`): every case instead of a sample, and outages of minutes. */
export const isSweep = process.env['SWEEP'] === '1';
