import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What is refused before or beside the token endpoint, in OAuth's form (RFC 6749, section 5.2). */
export function oauthRefusal(
  context: Context,
  status: ContentfulStatusCode,
  error_description: string,
): Response {
  const error = status < 500 ? 'invalid_request' : 'server_error';
  return context.json({ error, error_description }, status);
}
