import { problemOfCalledUrl } from '../offer/rules/web-addresses';

/** What is wrong with the address of a receiver; undefined when nothing is. Where its name leads is checked at each call. */
export function receiverUrlProblem(text: string, trustedOrigins: readonly string[]): string | undefined {
  if (!URL.canParse(text) || text.length > longest)
    return `It must be a URL of at most ${longest} characters.`;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) return 'It must begin with https://.';
  if (url.hash !== '') return 'It must have no "#" part: that is never sent.';
  const problem = problemOfCalledUrl(text, trustedOrigins);
  if (problem === 'offer.url-has-credentials') return 'It must hold no user and no password.';
  if (problem !== undefined) return `It must be an https address in the public internet. ${exception(url)}`;
  if (url.port !== '' && !trustedOrigins.includes(url.origin))
    return `It must be on port 443. ${exception(url)}`;
  return undefined;
}

/** Most who meet this try webhooks on one machine. */
const exception = ({ origin }: URL): string =>
  `Whoever runs this installation can let another pass: TRUSTED_ORIGINS=${origin}`;

const longest = 2000;
