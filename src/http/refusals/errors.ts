import type { Context } from 'hono';
import type { StateRefusal } from '../../domain/publication/refusal-codes';

/** The Cloud Partner Portal's error envelope; `details` is ours and holds findings. */
export type ApiError = {
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly details?: readonly unknown[];
  };
};

export type ErrorCode = keyof typeof statuses;

/** Every error the API can answer, with its HTTP status. */
const statuses = {
  BadRequest: 400,
  BadIdempotencyKey: 400,
  InvalidAPIVersion: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  NeverPublished: 404,
  InvalidResourceId: 409,
  PublicationRunning: 409,
  IdempotencyKeyInUse: 409,
  PreconditionFailed: 412,
  RequestTooLarge: 413,
  ValidationFailed: 422,
  IdempotencyKeyReused: 422,
  TooManyRequests: 429,
  InternalError: 500,
  Unavailable: 503,
  // What a publication itself refuses in its present state, under its own codes. What is malformed is a `BadRequest`.
  noPublication: 409,
  otherPublication: 409,
  wrongState: 409,
  alreadyDecided: 409,
  alreadyVoted: 409,
  cancelNotAllowed: 409,
} as const satisfies Readonly<Record<string, number>> & Readonly<Record<StateRefusal, number>>;

export const statusOf = (code: ErrorCode): number => statuses[code];

export function apiError(context: Context, code: ErrorCode, message: string): Response {
  const body: ApiError = { error: { code, message } };
  return context.json(body, statuses[code]);
}

export function validationError(context: Context, message: string, details: readonly unknown[]): Response {
  const body: ApiError = { error: { code: 'ValidationFailed', message, details } };
  return context.json(body, statuses.ValidationFailed);
}
