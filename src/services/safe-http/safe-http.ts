import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { allowAddress } from './allow-address';
import { checkedConnect } from './checked-connect';
import { exchange } from './exchange';
import { followRedirects } from './follow-redirects';
import { isPublicAddress } from './public-address';
import type { SafeRequest, SafeResponse } from './safe-request';

/** An HTTP client for addresses that strangers choose. It reaches the public internet and trusted origins only. */
export type SafeHttp = {
  /**
   * One exchange, whole body in memory. GET and HEAD follow up to 3 redirects, each checked like the first and
   * without the caller's headers once the origin changes; other methods get the redirect as it is.
   * Throws {@link SafeHttpError} and nothing else.
   */
  request: (request: SafeRequest) => Promise<SafeResponse>;
  close: () => Promise<void>;
};

export type SafeHttpOptions = {
  /** Exact `scheme://host:port` that may be reached although it is not https, 443 and public. */
  readonly trustedOrigins: readonly string[];
  /** Name resolution; the system's unless told. */
  readonly lookup?: LookupFunction;
  /** Silence that is not tolerated: until connected, until headers, between parts of a body. */
  readonly quietMs?: number;
};

/** Proxy variables are ignored on purpose: through a proxy nobody could say which address is reached. */
export function createSafeHttp(options: SafeHttpOptions): SafeHttp {
  const { quietMs = 20_000 } = options;
  const trusted = new Set(options.trustedOrigins.map((origin) => new URL(origin).origin));
  const agent = new Agent({
    connect: checkedConnect({
      trusted,
      timeout: quietMs,
      lookup: options.lookup,
      isAllowed: isPublicAddress,
    }),
    headersTimeout: quietMs,
    bodyTimeout: quietMs,
    keepAliveTimeout: 4_000,
    connections: 16,
    pipelining: 1,
    maxHeaderSize: 16 * 1024,
  });
  return {
    request: (request) =>
      followRedirects(request, async (hop, signal) =>
        exchange(agent, { ...hop, url: allowAddress(hop.url, trusted), signal }),
      ),
    close: async () => {
      await agent.destroy();
    },
  };
}
