import { credentialName, namesSecret } from './secret-names';
import type { Path } from './walk';

/** A part of a text, from `start` up to but not including `end`. */
export type Span = { readonly start: number; readonly end: number };

/**
 * The parts of a text that nobody may see, in order; none when all of it is public. Of a secret URL that is what
 * follows the `?`, of a secret in running text the rest of its word, of any other secret the whole text.
 */
export function secretSpans(text: string, path: Path): readonly Span[] {
  const visible = visiblePartOf(text, path);
  if (visible === undefined) return secretWords(text, isSecretUrlPlace(path));
  return visible.length < text.length ? [{ start: visible.length, end: text.length }] : [];
}

/** What is public of a text that is one secret as a whole; `undefined` when it is not. */
function visiblePartOf(text: string, path: Path): string | undefined {
  if (text === '') return undefined;
  if (path.some(isSecretKey) || connectionString.test(text) || userInfo.test(text)) return '';
  if (!isSecretUrlPlace(path) && !signature.test(text)) return undefined;
  const visible = urlUpToQuery.exec(text)?.[0];
  if (visible !== undefined) return credentialName.test(visible) ? '' : visible;
  // A bare token, or something that only resembles a URL: nothing of it is safe to show.
  return signature.test(text) || (text.includes('?') && isUrlLike(text, path)) ? '' : undefined;
}

/**
 * One span for each word (what stands between blanks, quotes and tags) that holds a secret, whatever the text is as a
 * whole. In a URL's place every query is one.
 */
export function secretWords(text: string, isUrlPlace = false): readonly Span[] {
  return [...text.matchAll(/[^\s"'<>]+/g)].flatMap(({ 0: word, index }) => {
    const found = isUrlPlace || credentialName.test(word) ? secretTail(word) : undefined;
    const login = loginIn(word);
    if (found === undefined && login === undefined) return [];
    const start = Math.min(found ?? word.length, login?.start ?? word.length);
    const end = found === undefined ? (login?.end ?? word.length) : word.length;
    return [{ start: index + start, end: index + end }];
  });
}

/** Where the secret of a word begins: after the `?` of its URL, else after the credential's name. */
function secretTail(word: string): number | undefined {
  const url = word.search(/https?:\/\//i);
  const query = url < 0 ? -1 : word.indexOf('?', url);
  const name = credentialName.exec(word);
  const value = name === null ? word.length : name.index + name[0].length;
  if (query >= 0 && query < value) return query + 1 < word.length ? query + 1 : undefined;
  return word.length - value < shortestSecret ? undefined : value;
}

/** Somebody who writes about `sig=abc` gives nothing away. */
const shortestSecret = 6;

/** `user:password` of `https://user:password@host`; of several URLs in one word, all from the first to the last. */
function loginIn(word: string): Span | undefined {
  const logins = [...word.matchAll(/(?<=:\/\/)[^/?#]+(?=@)/g)];
  const [first, last] = [logins[0], logins.at(-1)];
  return first && last && { start: first.index, end: last.index + last[0].length };
}

function isSecretKey(segment: string | number): boolean {
  return typeof segment === 'string' && namesSecret(segment);
}

/** Disk and package URLs, and whatever URL a lead configuration holds. */
function isSecretUrlPlace(path: Path): boolean {
  return path.some((segment) => typeof segment === 'string' && urlPlace.test(segment));
}

/** Labels and descriptions stand in these places too, and may end in a question mark. */
function isUrlLike(text: string, path: Path): boolean {
  const last = path.at(-1);
  return (typeof last === 'string' && urlKey.test(last)) || /^\S*:\/\//.test(text);
}

const urlKey = /(osVhdUrl|vhdUrl|packageFile|notificationEndpoint|httpsEndpointUrl)$/;
const urlPlace = /(vmImages\w*|osVhdUrl|lunVhdDetails|applications\.package|LeadConfiguration)$/;
const urlUpToQuery = /^https?:\/\/[^\s/?#@]+(?:\/[^\s?#@]*)?\?/i;
/** A signed URL or a bare signature, wherever it stands; never running text, which has blanks. */
const signature = /^\S*(?:^|[?&;])(?:sig|signature|x-amz-signature|access_token)=\S*$/i;
const connectionString = /^\S*(?:accountkey|sharedaccesssignature|sharedaccesskey)=\S+$/i;
/** `https://user:password@host`: whole, because what follows depends on it. */
const userInfo = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s]*@/i;
