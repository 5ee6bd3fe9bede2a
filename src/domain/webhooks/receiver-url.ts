import { problemOfCalledUrl } from '../offer/rules/web-addresses';

/** What is wrong with the address of a receiver; undefined when nothing is. Where its name leads is checked at each call. */
export function receiverUrlProblem(text: string, trustedOrigins: readonly string[]): string | undefined {
  if (!URL.canParse(text) || text.length > longest)
    return `It must be a URL of at most ${longest} characters.`;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) return 'It must begin with https://.';
  if (url.hash !== '') return 'It must have no "#" part: that is never sent.';
  if (problemOfCalledUrl(text, trustedOrigins) !== undefined)
    return 'It must be an https address in the public internet, without a user or password.';
  if (url.port !== '' && !trustedOrigins.includes(url.origin)) return 'It must be on port 443.';
  return undefined;
}

const longest = 2000;
