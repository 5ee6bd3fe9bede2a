import type { ImageTools } from '../inspection/image/image-tools';
import { digests } from '../services/digests';
import { createSafeHttp } from '../services/safe-http/safe-http';
import { createSourceReader } from '../services/source-reader/source-reader';

/**
 * The worker's own tools, put together for one command. Whoever typed a URL trusts its origin; wherever that redirects
 * to is held to the same rules as in the worker.
 */
export function openImageTools(trustedOrigins: readonly string[]): ImageTools {
  const http = createSafeHttp({ trustedOrigins });
  return { digests, sources: createSourceReader(http), close: () => http.close() };
}
