import type { Path } from './walk';

/**
 * The part of a text that anybody may see; `undefined` when all of it is public. Of a secret URL that is
 * everything up to and including the `?`, of any other secret nothing (the empty string).
 */
export function visiblePartOf(text: string, path: Path): string | undefined {
  if (text === '') return undefined;
  if (path.some(isSecretKey) || connectionString.test(text) || userInfo.test(text)) return '';
  if (!isSecretUrlPlace(path) && !signature.test(text)) return undefined;
  const visible = urlUpToQuery.exec(text)?.[0];
  if (visible !== undefined) return visible.length < text.length ? visible : undefined;
  // A bare token, or something that only resembles a URL: nothing of it is safe to show.
  return signature.test(text) || (text.includes('?') && isUrlLike(text, path)) ? '' : undefined;
}

/** Fields that are secret as a whole, by the end of their name, e.g. `storageAccountConnectionString`. */
function isSecretKey(segment: string | number): boolean {
  return typeof segment === 'string' && secretKey.test(segment);
}

const secretKey =
  /(connectionstring|password|secret|accountkey|applicationkey|apikey|accesskey|privatekey|token)$/i;

/** Disk URLs, and whatever URL a lead configuration holds. */
function isSecretUrlPlace(path: Path): boolean {
  return path.some((segment) => typeof segment === 'string' && urlPlace.test(segment));
}

/** Labels and descriptions stand in these places too, and may end in a question mark. */
function isUrlLike(text: string, path: Path): boolean {
  const last = path.at(-1);
  return (typeof last === 'string' && urlKey.test(last)) || /^\S*:\/\//.test(text);
}

const urlKey = /(osVhdUrl|vhdUrl|httpsEndpointUrl)$/;
const urlPlace = /(vmImages\w*|osVhdUrl|lunVhdDetails|LeadConfiguration)$/;
const urlUpToQuery = /^https?:\/\/[^\s/?#@]+(?:\/[^\s?#@]*)?\?/i;
/** A signed URL or a bare signature, wherever it stands; never running text, which has blanks. */
const signature = /^\S*(?:^|[?&;])(?:sig|signature|x-amz-signature|access_token)=\S*$/i;
const connectionString = /^\S*(?:accountkey|sharedaccesssignature|sharedaccesskey)=\S+$/i;
/** `https://user:password@host`: whole, because what follows depends on it. */
const userInfo = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s]*@/i;
