import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refuse } from '../refusals/dialect';

const mebibyte = 1024 * 1024;

/** Documents of 1 MiB come back with a form of some more; what needs more than this is a mistake or an attack. */
export const largestBody = mebibyte;

/**
 * Everything but uploads: those are streamed to storage and never held, each with the limit of its kind
 * (`domain/offer/upload-file.ts`); the Editor's form may bring files along and counts its own text.
 */
export function limitBody(): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: largestBody,
    onError: (context) =>
      refuse(context, 'RequestTooLarge', `The body is larger than ${largestBody} bytes (1 MiB).`),
  });
  return (context, next) =>
    isStreamed(context.req.method, context.req.path) ? next() : limit(context, next);
}

const uploadPath = /^\/api\/publishers\/[^/]+\/uploads\/[^/]+\/[^/]+$/;
const editorPath = /^\/publishers\/[^/]+\/offers\/[^/]+\/editor(?:\/json|\/conflict)?$/;

/** Whether a body is read piece by piece at this address, and may be long and take long. */
export function isStreamed(method: string, path: string): boolean {
  return (method === 'PUT' && uploadPath.test(path)) || (method === 'POST' && editorPath.test(path));
}
