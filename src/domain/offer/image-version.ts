/** `X.Y.Z`, integers without a sign; each part small enough to be compared exactly. */
export const imageVersionPattern = /^\d{1,10}\.\d{1,10}\.\d{1,10}$/;

/** Orders versions by their numbers, e.g. 1.9.0 before 1.10.0; anything else by its text, after them. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [partsOf(one), partsOf(other)];
  if (left === undefined || right === undefined) {
    if (left === right) return one < other ? -1 : one > other ? 1 : 0;
    return left === undefined ? 1 : -1;
  }
  const differing = left.findIndex((part, index) => part !== right[index]);
  return differing === -1 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}

function partsOf(version: string): readonly number[] | undefined {
  return imageVersionPattern.test(version) ? version.split('.').map(Number) : undefined;
}
