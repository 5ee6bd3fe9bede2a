import type { TestApp } from './test-app';

export const own = { 'Sec-Fetch-Site': 'same-origin' };

/** A form as a page of ours posts it. */
export const post = (
  { app }: TestApp,
  path: string,
  { fields = {}, headers = {} }: { fields?: Record<string, string>; headers?: Record<string, string> } = {},
): Promise<Response> =>
  Promise.resolve(
    app.request(path, {
      method: 'POST',
      headers: { ...own, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    }),
  );

/** `name=value` of the cookie an answer sets, if it does. */
export const cookieOf = (answer: Response): string | undefined =>
  answer.headers.get('Set-Cookie')?.split(';')[0] ?? undefined;

/** The cookie that signing in with this token leaves. */
export async function signedIn(
  test: TestApp,
  secret: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const answer = await post(test, '/sign-in', { fields: { token: secret }, headers });
  const cookie = cookieOf(answer);
  if (cookie === undefined) throw new Error(`nobody was signed in: ${answer.status}`);
  return cookie;
}

export const whoIs = async ({ app }: TestApp, Cookie: string): Promise<unknown> => {
  const answer = await app.request('/api/me', { headers: { Cookie } });
  return answer.status === 200 ? ((await answer.json()) as { actor: string }).actor : answer.status;
};
