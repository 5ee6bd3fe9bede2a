/** Time that is spent on an image itself: waiting for its disk does not count, because that is not the image's fault. */
export type OwnTime = {
  /** Fires when the time is over. */
  readonly signal: AbortSignal;
  /** The time stands still until the disk has answered. */
  readonly without: <T>(answer: Promise<T>) => Promise<T>;
  /** Ends it for good; a process waits for timers that run. */
  readonly end: () => void;
};

export function startOwnTime(ms: number): OwnTime {
  const over = new AbortController();
  let left = ms;
  let since = performance.now();
  let timer: NodeJS.Timeout | undefined = setTimeout(() => over.abort(), left);
  let waits = 0;
  let hasEnded = false;

  const pause = (): void => {
    clearTimeout(timer);
    left -= performance.now() - since;
  };
  const goOn = (): void => {
    since = performance.now();
    timer = setTimeout(() => over.abort(), left);
  };

  return {
    signal: over.signal,
    async without(answer) {
      if (waits === 0) pause();
      waits += 1;
      try {
        return await answer;
      } finally {
        waits -= 1;
        if (waits === 0 && !hasEnded) goOn();
      }
    },
    end() {
      hasEnded = true;
      clearTimeout(timer);
    },
  };
}
