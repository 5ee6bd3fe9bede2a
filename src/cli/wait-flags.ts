import { type Command, InvalidArgumentError, Option } from 'commander';

export type WaitFlags = {
  /** Seconds. */
  readonly timeout?: number;
  readonly wait?: boolean;
  readonly watch?: boolean;
};

/** Adds `--wait`, `--watch` and `--timeout`; `end` says until when. */
export function withWaiting(command: Command, end: string): Command {
  return command
    .option('--wait', `wait ${end}; with --json one answer at the end`)
    .option('--watch', `the same; with --json an answer each time something changes`)
    .addOption(timeoutOption());
}

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

export const isWaiting = ({ wait, watch }: WaitFlags): boolean => wait === true || watch === true;

/** Milliseconds since the epoch; without a flag, publications may take months. */
export function deadlineOf({ timeout }: WaitFlags): number {
  return timeout === undefined ? Number.POSITIVE_INFINITY : Date.now() + timeout * 1000;
}
