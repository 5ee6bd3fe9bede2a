import { InvalidArgumentError, Option } from 'commander';

export type WaitFlags = { readonly timeout?: number };

export function timeoutOption(): Option {
  return new Option('--timeout <seconds>', 'give up waiting after so long (exit code 6)').argParser(
    (text) => {
      const seconds = Number(text);
      if (!Number.isFinite(seconds) || seconds <= 0)
        throw new InvalidArgumentError('Give a number of seconds.');
      return seconds;
    },
  );
}

/** Milliseconds since the epoch; without a flag, publications may take months. */
export function deadlineOf({ timeout }: WaitFlags): number {
  return timeout === undefined ? Number.POSITIVE_INFINITY : Date.now() + timeout * 1000;
}
