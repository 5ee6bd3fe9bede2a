import { SafeHttpError } from './safe-http-error';

/** What a URL must be before anything is sent; where its host really leads is checked when connecting. */
export function allowAddress(text: string, trusted: ReadonlySet<string>): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new SafeHttpError('badUrl', text, 'not an http(s) URL');
  if (url.username !== '' || url.password !== '') {
    throw new SafeHttpError('badUrl', text, 'credentials in the URL are not accepted');
  }
  if (trusted.has(url.origin)) return url;
  if (url.protocol !== 'https:') throw new SafeHttpError('blocked', text, 'only https is allowed');
  if (url.port !== '') throw new SafeHttpError('blocked', text, 'only port 443 is allowed');
  return url;
}
