import type { Agent, Dispatcher } from 'undici';
import { noPublicHost, SafeHttpError } from './safe-http-error';
import type { SafeRequest, SafeResponse } from './safe-request';
import { DeadlinePassed } from './within-deadline';

type Exchange = Omit<SafeRequest, 'url' | 'signal'> & { readonly url: URL; readonly signal: AbortSignal };

const defaultMaxBytes = 1024 * 1024;

/** One request, no redirects. Every fault leaves as a {@link SafeHttpError}. */
export async function exchange(agent: Agent, request: Exchange): Promise<SafeResponse> {
  const { method, url, headers = {}, body, signal } = request;
  try {
    const answer = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      headers,
      body: body ?? null,
      signal,
    });
    const answered = headersOf(answer.headers);
    const { statusCode: status } = answer;
    const announced = method === 'HEAD' ? 0 : lengthOf(answered);
    // Refusals explain themselves at any length, so only success goes where the caller wants it.
    const into = status >= 200 && status < 300 ? request.into : undefined;
    const limit = into?.length ?? request.maxBytes ?? defaultMaxBytes;
    const content = await bodyOf(answer, announced, { into, maxBytes: limit });
    return { status, headers: answered, body: content };
  } catch (error) {
    throw errorOf(error, url.href, signal);
  }
}

/**
 * Into one buffer of the announced length where there is one, so that a large body costs its own size only.
 * Never reads past `maxBytes`.
 */
async function bodyOf(
  { body }: Dispatcher.ResponseData,
  announced: number | undefined,
  { into, maxBytes }: { readonly into: Buffer | undefined; readonly maxBytes: number },
): Promise<Buffer> {
  if (announced !== undefined && announced > maxBytes) {
    // Nobody reads on, so its complaint about being stopped has no other listener.
    body.on('error', () => undefined).destroy();
    throw new TooLarge();
  }
  const whole = into ?? (announced === undefined ? undefined : Buffer.allocUnsafe(announced));
  const parts: Buffer[] = [];
  let received = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    if (received + part.length > maxBytes) throw new TooLarge();
    if (whole) part.copy(whole, received);
    else parts.push(part);
    received += part.length;
  }
  return whole ? whole.subarray(0, received) : Buffer.concat(parts);
}

class TooLarge extends Error {}

function lengthOf(headers: Readonly<Record<string, string>>): number | undefined {
  const text = headers['content-length'];
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function headersOf(raw: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

const timeouts = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

function errorOf(error: unknown, url: string, signal: AbortSignal): SafeHttpError {
  if (error instanceof SafeHttpError) return error;
  if (error instanceof TooLarge)
    return new SafeHttpError('tooLarge', url, 'the answer is longer than allowed');
  if (signal.aborted) {
    return signal.reason instanceof DeadlinePassed
      ? new SafeHttpError('timeout', url, 'took longer than its deadline')
      : new SafeHttpError('canceled', url, 'canceled');
  }
  const code = codeOf(error);
  if (timeouts.has(code)) return new SafeHttpError('timeout', url, 'no answer in time');
  if (code === 'ENOTFOUND') return new SafeHttpError('blocked', url, noPublicHost);
  return new SafeHttpError('unreachable', url, `no connection (${code})`);
}

/** Codes only: messages of other libraries may quote what we sent. Several addresses tried give one error each. */
function codeOf(error: unknown): string {
  const inner = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const code = inner instanceof Error && 'code' in inner ? inner.code : undefined;
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : 'unknown reason';
}
