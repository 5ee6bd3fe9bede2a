import type { MiddlewareHandler } from 'hono';
import { addressOf } from '../requests/address';
import type { AppDeps } from '../deps';
import { problem } from '../refusals/problem';
import { sameSecret } from '../access/secret';

/**
 * Lets in whoever shows the hooks' secret: as the password of basic authentication with any user, or as a bearer token
 * in a header that the hook was told to send. Where no board is configured nobody has it.
 */
export function requireHookSecret({ outsideBoard, limits, settings }: AppDeps): MiddlewareHandler {
  return async (context, next) => {
    const given = secretIn(context.req.header('Authorization') ?? '');
    const { hookSecret } = outsideBoard ?? {};
    if (given !== undefined && hookSecret !== undefined && sameSecret(given, hookSecret)) return next();
    const seconds =
      given === undefined ? undefined : await limits.wrongTokens.take(addressOf(context, settings.proxies));
    if (seconds !== undefined) {
      context.header('Retry-After', String(seconds));
      return problem(context, {
        code: 'TooManyRequests',
        detail: `Too many wrong secrets. Wait ${seconds} s.`,
      });
    }
    context.header('WWW-Authenticate', 'Basic realm="service hooks", charset="UTF-8"');
    const detail = 'Send the secret of the service hooks as the password of basic authentication.';
    return problem(context, { code: 'Unauthorized', detail });
  };
}

function secretIn(header: string): string | undefined {
  const bearer = /^Bearer +(\S+)$/i.exec(header)?.[1];
  const basic = /^Basic +([\w+/=-]+)$/i.exec(header)?.[1];
  if (basic === undefined) return bearer;
  const [, ...password] = Buffer.from(basic, 'base64').toString().split(':');
  return password.join(':');
}
