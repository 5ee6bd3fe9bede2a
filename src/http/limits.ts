import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { apiError } from './errors';

const largestBody = 1024 * 1024;

/** Images never come through the API; a document that needs more than this is a mistake or an attack. */
export function limitBody(): MiddlewareHandler {
  return bodyLimit({
    maxSize: largestBody,
    onError: (context) =>
      apiError(context, 'RequestTooLarge', `The body is larger than ${largestBody} bytes (1 MiB).`),
  });
}
