import type { Context } from 'hono';

const secretAnswers = new WeakSet<Request>();

/** This answer shows a secret that is kept as a hash only: no copy of the answer may be kept either. */
export function showSecretOnce(context: Context): void {
  secretAnswers.add(context.req.raw);
}

export const isSecretAnswer = (context: Context): boolean => secretAnswers.has(context.req.raw);
