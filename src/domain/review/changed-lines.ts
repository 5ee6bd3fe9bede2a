/** Beyond this many pairs of lines nobody waits: all that differs between the common ends counts as changed. */
const mostPairs = 4_000_000;

/** The numbers, from 1, of the lines of `after` that are not in `before`, in the shortest way from one to the other. */
export function changedLines(before: readonly string[], after: readonly string[]): ReadonlySet<number> {
  const start = commonLength(before, after);
  const end = commonLength(before.slice(start).toReversed(), after.slice(start).toReversed());
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  const kept = old.length * fresh.length > mostPairs ? new Set<number>() : keptLines(old, fresh);
  return new Set(fresh.flatMap((_line, index) => (kept.has(index) ? [] : [start + index + 1])));
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  const length = one.findIndex((line, index) => line !== other[index]);
  return length < 0 ? one.length : length;
}

/** Indexes in `fresh` of a longest common subsequence. */
function keptLines(old: readonly string[], fresh: readonly string[]): ReadonlySet<number> {
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
  const kept = new Set<number>();
  for (let i = 0, j = 0; i < old.length && j < fresh.length;) {
    if (old[i] === fresh[j]) {
      kept.add(j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return kept;
}
