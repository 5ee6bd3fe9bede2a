import type { LinkAnswer } from '../../domain/certification/listing/link-answers';

export type Called = { readonly answer: LinkAnswer; readonly content: Uint8Array };

/**
 * Calls an address as a browser would, follows redirects, and reads up to `most` bytes of a good answer. Never throws
 * for what the other side does. For a person's own machine: servers go through a client that knows their network.
 */
export async function callAddress(
  url: string,
  { most = 0, patienceMs = 15_000 }: { readonly most?: number; readonly patienceMs?: number } = {},
): Promise<Called> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(url, { signal, headers: { 'user-agent': 'offer-certify' } });
    const content = await beginningOf(response, response.ok ? most : 0);
    return { answer: { kind: 'answered', status: response.status }, content };
  } catch (error) {
    return { answer: { kind: 'silent', reason: reasonOf(error) }, content: new Uint8Array() };
  }
}

async function beginningOf({ body }: Response, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  if (body === null) return new Uint8Array();
  if (most === 0) await body.cancel();
  else
    for await (const piece of body) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > most) break;
    }
  return Buffer.concat(pieces).subarray(0, most);
}

/** `ENOTFOUND`, `timeout`, `ECONNREFUSED`, else the name of the error: never the words of the other side. */
function reasonOf(error: unknown): string {
  const name = textIn(error, 'name');
  if (name === 'TimeoutError') return 'timeout';
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
  return textIn(cause, 'code') ?? name ?? 'error';
}

function textIn(value: unknown, key: 'name' | 'code'): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const text: unknown = Reflect.get(value, key);
  return typeof text === 'string' ? text : undefined;
}
