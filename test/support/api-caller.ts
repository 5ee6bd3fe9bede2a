import { setTimeout as pause } from 'node:timers/promises';

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

/** The log shows what a run waits for an instant before the run holds it for good: what came too early is said again. */
const earlyWithinMs = 60_000;

/** The same for calls that have to be accepted; answers the body. */
export function insistingCaller(
  url: string,
  token: string,
): (method: string, path: string, body?: unknown) => Promise<ApiAnswer['body']> {
  const call = apiCaller(url, token);
  return async (method, path, body) => {
    for (const end = Date.now() + earlyWithinMs; ; await pause(200)) {
      const answer = await call(method, path, body);
      if (answer.status < 400) return answer.body;
      const text = JSON.stringify(answer.body);
      if (!text.includes('wrongState') || Date.now() > end)
        throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    }
  };
}
