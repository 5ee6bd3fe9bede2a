/** Calls at once, and for whatever comes within `restMs` of a call once more, when they are over. */
export function atMostEvery(restMs: number, call: () => void): () => void {
  let rests = false;
  let isWanted = false;
  return function want(): void {
    isWanted = rests;
    if (rests) return;
    rests = true;
    // A process that has nothing else to do may end.
    setTimeout(() => {
      rests = false;
      if (isWanted) want();
    }, restMs).unref();
    call();
  };
}
