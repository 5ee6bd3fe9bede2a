/** Beyond this many pairs of lines nobody waits: all that differs between the common ends counts as changed. */
const mostPairs = 4_000_000;

/** How one text became another, in the shortest way. */
export type LineChanges = {
  /** The numbers, from 1, of the lines of `after` that are new. */
  readonly added: ReadonlySet<number>;
  /** Lines of `before` that are gone, by the number of the line of `after` they stood before; at its end, one beyond it. */
  readonly removed: ReadonlyMap<number, readonly string[]>;
};

export const noChanges: LineChanges = { added: new Set(), removed: new Map() };

export function lineChanges(before: readonly string[], after: readonly string[]): LineChanges {
  const start = commonLength(before, after);
  const end = commonLength(before.slice(start).toReversed(), after.slice(start).toReversed());
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  const kept = old.length * fresh.length > mostPairs ? new Map<number, number>() : keptLines(old, fresh);
  const keptFresh = new Set(kept.values());
  return {
    added: new Set(fresh.flatMap((_line, index) => (keptFresh.has(index) ? [] : [start + index + 1]))),
    removed: removedLines(old, kept, start + 1),
  };
}

/** What was replaced stands before what replaced it: right after the line that both have. */
function removedLines(
  old: readonly string[],
  kept: ReadonlyMap<number, number>,
  first: number,
): ReadonlyMap<number, readonly string[]> {
  const removed = new Map<number, string[]>();
  let at = first;
  for (const [index, line] of old.entries()) {
    const same = kept.get(index);
    if (same === undefined) removed.set(at, [...(removed.get(at) ?? []), line]);
    else at = first + same + 1;
  }
  return removed;
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  const length = one.findIndex((line, index) => line !== other[index]);
  return length < 0 ? one.length : length;
}

/** A longest common subsequence: index in `old` -> index in `fresh`. */
function keptLines(old: readonly string[], fresh: readonly string[]): ReadonlyMap<number, number> {
  const width = fresh.length + 1;
  // lengths[i * width + j]: of what is common to the rest of `old` from i and of `fresh` from j.
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const kept = new Map<number, number>();
  for (let i = 0, j = 0; i < old.length && j < fresh.length;) {
    if (old[i] === fresh[j]) {
      kept.set(i, j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return kept;
}
