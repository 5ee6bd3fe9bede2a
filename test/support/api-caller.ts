export type ApiAnswer = { readonly status: number; readonly body: Record<string, unknown> };

/** Calls the API as whoever holds the token. Bytes are sent as they are, anything else as JSON. */
export const apiCaller =
  (url: string, token: string) =>
  async (method: string, path: string, body?: unknown): Promise<ApiAnswer> => {
    const isBytes = body instanceof Uint8Array;
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': isBytes ? 'application/octet-stream' : 'application/json',
      },
      ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as ApiAnswer['body']) };
  };

/** The same for calls that have to be accepted; answers the body. */
export function insistingCaller(
  url: string,
  token: string,
): (method: string, path: string, body?: unknown) => Promise<ApiAnswer['body']> {
  const call = apiCaller(url, token);
  return async (method, path, body) => {
    const answer = await call(method, path, body);
    if (answer.status >= 400)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
}
