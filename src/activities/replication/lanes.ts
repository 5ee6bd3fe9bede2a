/**
 * Works through the items in order with at most `width` at once. After a failure no further item is begun; it is thrown
 * when all that were begun have ended, so that nothing goes on behind the caller's back.
 */
export async function inLanes<T>(
  items: Iterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const failures: { readonly error: unknown }[] = [];
  const lane = async (): Promise<void> => {
    while (failures.length === 0) {
      const next = queue.next();
      if (next.done === true) return;
      try {
        await work(next.value);
      } catch (error) {
        failures.push({ error });
      }
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  if (failures[0] !== undefined) throw failures[0].error;
}
