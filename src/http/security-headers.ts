import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/**
 * Pages run one small script of ours and nothing an offer brings along; tokens in addresses never leave as a
 * referrer, and no answer with a token or a link made for its reader is kept by a cache.
 */
export function securityHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // The server is often reached by plain HTTP on a loopback address; the proxy before it decides about HTTPS.
    strictTransportSecurity: false,
  });
}

/** Everything is private to its reader unless a route says otherwise (style sheet, published images, keys). */
export function neverCached(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
  };
}
