/**
 * - `badToken` the personal access token is wrong, expired or revoked
 * - `forbidden` the token may not do this
 * - `notFound` no such organisation, project, type or item
 * - `changed` somebody else changed the item meanwhile
 * - `refused` the request as it is, for good; the message says what Azure DevOps said
 * - `throttled` too much was asked; nothing is sent for `retryAfterMs`
 * - `away` no answer, or none that is one
 */
export type AzureDevOpsFailure =
  'badToken' | 'forbidden' | 'notFound' | 'changed' | 'refused' | 'throttled' | 'away';

/** Says what an operator can do about it, and never what was sent. */
export class AzureDevOpsError extends Error {
  readonly code: AzureDevOpsFailure;
  readonly retryAfterMs: number | undefined;

  constructor(code: AzureDevOpsFailure, message: string, retryAfterMs?: number) {
    super(message);
    this.name = 'AzureDevOpsError';
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

export const isFailure = (error: unknown, code: AzureDevOpsFailure): boolean =>
  error instanceof AzureDevOpsError && error.code === code;
