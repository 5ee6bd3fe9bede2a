import type { ImageTools } from '../inspection/image/image-tools';

/** What a command line runs in: the process, or a test. */
export type Surroundings = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The checkout that the command belongs to. */
  readonly folder: string;
  /** Where the person stands: what file names on the command line are relative to. */
  readonly workFolder: string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether people read stdout. */
  readonly isTerminal: boolean;
  /** Whether people read stderr, where progress of an upload is shown. */
  readonly isErrorTerminal: boolean;
  /** All that is piped in, until its end. */
  readonly stdin: () => Promise<string>;
  /** Asks the person at the terminal; absent where nobody sits: then nothing may be asked. */
  readonly ask?: (question: string, answer: 'shown' | 'hidden') => Promise<string>;
  /** Shows a page in the person's browser; false where there is none. */
  readonly openPage: (url: string) => Promise<boolean>;
  /** What whole images are read with; the origins are those that a person named. */
  readonly imageTools: (trustedOrigins: readonly string[]) => Promise<ImageTools>;
  /** Aborted by Ctrl-C or a polite kill. */
  readonly interrupted: AbortSignal;
};

/** A variable of the environment; an empty one counts as not set. */
export function variable(
  { environment }: Pick<Surroundings, 'environment'>,
  name: string,
): string | undefined {
  const value = environment[name];
  return value === '' ? undefined : value;
}
