/** Counts one more of the actor's, and returns how to take it back; undefined when there are enough. */
export type OpenAtOnce = { readonly open: (actor: string) => (() => void) | undefined };

/** Who has how many of something open in this process: a loop that opens one after the other leaves the rest to the others. */
export function openAtOnce(mostOfAnActor: number): OpenAtOnce {
  const counts = new Map<string, number>();
  const countOf = (actor: string): number => counts.get(actor) ?? 0;
  return {
    open(actor) {
      if (countOf(actor) >= mostOfAnActor) return undefined;
      counts.set(actor, countOf(actor) + 1);
      return () => {
        if (countOf(actor) > 1) counts.set(actor, countOf(actor) - 1);
        else counts.delete(actor);
      };
    },
  };
}
