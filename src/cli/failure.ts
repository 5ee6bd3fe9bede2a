/** Ends the command with this message on stderr. Says what happened, to which offer, and what to do. */
export class CliFailure extends Error {
  readonly exitCode: number;
  /** The API's own name of the refusal, where it gave one; what scripts read with `--json`. */
  readonly code: string | undefined;
  /** More of the answer that scripts want whole, e.g. all findings. */
  readonly details: readonly unknown[];

  constructor(exitCode: number, message: string, more: { code?: string; details?: readonly unknown[] } = {}) {
    super(message);
    this.name = 'CliFailure';
    this.exitCode = exitCode;
    this.code = more.code;
    this.details = more.details ?? [];
  }
}
