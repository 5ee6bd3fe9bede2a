import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { noPublicHost, SafeHttpError } from './safe-http-error';

type ConnectRules = {
  readonly trusted: ReadonlySet<string>;
  readonly timeout: number;
  readonly lookup: LookupFunction | undefined;
  /** Which addresses (never names) may be reached. */
  readonly isAllowed: (address: string) => boolean;
};

/**
 * Connects only to allowed addresses, unless the origin is trusted. Literal addresses never reach a lookup, and a
 * name may resolve to something else each time it is asked: so the literal is checked before, the answer of the
 * one lookup that is used before connecting, and the peer of the connected socket before a byte is sent.
 */
export function checkedConnect(rules: ConnectRules): buildConnector.connector {
  const { trusted, timeout, isAllowed } = rules;
  const resolve = rules.lookup ?? systemLookup;
  const free = buildConnector({ timeout, allowH2: false, lookup: resolve });
  const checked = buildConnector({ timeout, allowH2: false, lookup: allowedLookup(resolve, isAllowed) });
  return (options, callback) => {
    const origin = originOf(options);
    if (trusted.has(origin)) {
      free(options, callback);
      return;
    }
    const host = options.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !isAllowed(host)) {
      callback(blocked(origin), null);
      return;
    }
    checked(options, (...[error, socket]) => {
      if (error) callback(error, null);
      else if (isAllowed(socket.remoteAddress ?? '')) callback(null, socket);
      else {
        socket.destroy();
        callback(blocked(origin), null);
      }
    });
  };
}

/** Refuses a name as a whole when one of its addresses is not allowed: whoever mixes them means no good. */
function allowedLookup(resolve: LookupFunction, isAllowed: ConnectRules['isAllowed']): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, options, (error, address, family) => {
      const addresses = typeof address === 'string' ? [address] : (address ?? []).map((each) => each.address);
      if (!error && !addresses.every(isAllowed)) callback(blocked(`https://${hostname}`), '', 0);
      else callback(error, address, family);
    });
  };
}

function originOf({ protocol, hostname, port }: buildConnector.Options): string {
  const host = isIP(hostname) === 6 ? `[${hostname}]` : hostname;
  return new URL(`${protocol}//${host}${port === '' ? '' : `:${port}`}`).origin;
}

function blocked(origin: string): SafeHttpError {
  return new SafeHttpError('blocked', origin, noPublicHost);
}
