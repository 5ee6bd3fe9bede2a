/** Does the work for each, also after it failed for another; then throws all that went wrong, as `what`. */
export async function eachAlthough<T>(
  all: Iterable<T> | AsyncIterable<T>,
  what: string,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for await (const one of all) await work(one).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, what);
}
