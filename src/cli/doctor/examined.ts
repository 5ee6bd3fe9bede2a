/** One thing looked at; `fix` is what to do when it is wrong. */
export type Examined = {
  readonly name: string;
  readonly ok: boolean;
  readonly why?: string;
  readonly fix?: string;
  readonly logPath?: string;
};
