export type ReadError = {
  readonly code: string;
  readonly message: string;
  readonly details: readonly unknown[];
};

/** What an answer says went wrong: the CPP dialect's envelope or problem+json, or what can be said without either. */
export function readError(body: unknown): ReadError {
  if (!isRecord(body)) return readError({});
  const { code, message, details } = isRecord(body['error'])
    ? body['error']
    : { code: body['code'], message: body['detail'] ?? body['title'], details: body['errors'] };
  return {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : 'It said no more than that.',
    details: Array.isArray(details) ? details : [],
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
