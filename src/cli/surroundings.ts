/** What a command line runs in: the process, or a test. */
export type Surroundings = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where `.local/state.json` of a running local stack is looked for. */
  readonly folder: string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly isTerminal: boolean;
};
