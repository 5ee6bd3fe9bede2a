import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { isIPv6 } from 'node:net';

/**
 * Whose requests are counted together. Behind `proxies` proxies of ours the address is the one that the outermost
 * of them saw; what clients write into X-Forwarded-For themselves stands further left and counts for nothing.
 */
export function addressOf(context: Context, proxies: number): string {
  if (proxies === 0) return networkOf(peerOf(context));
  const forwarded = (context.req.header('X-Forwarded-For') ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  return networkOf(forwarded.at(-proxies) ?? peerOf(context));
}

/** Nobody is limited by an address that a request without a connection (in tests) does not have. */
const peerOf = (context: Context): string =>
  hasConnection(context) ? (getConnInfo(context).remote.address ?? '') : '';

const hasConnection = ({ env }: Context): boolean =>
  typeof env === 'object' && env !== null && 'incoming' in env;

/** One customer of IPv6 has 2^64 addresses, and is one asker. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address.slice(0, 60);
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const filled = tail === undefined ? groups : [...groups, ...Array<string>(4).fill('0')];
  return `${filled.slice(0, 4).join(':')}::/64`;
}
