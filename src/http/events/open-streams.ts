/** A few for each page and pipeline; a loop that opens one after the other leaves the rest to the others. */
const mostOfAnActor = 100;

/** Counts one more stream of the actor, and returns how to take it back; undefined when there are enough. */
export type OpenStreams = { readonly open: (actor: string) => (() => void) | undefined };

/** Who has how many streams open in this process. */
export function openStreams(): OpenStreams {
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
