import ipaddr from 'ipaddr.js';

/**
 * Global unicast as assigned. Everything beside it is somebody's inside or carries a v4 address that a translator
 * on our side would reach (NAT64 `64:ff9b::/96`, v4-compatible `::/96`).
 */
const globalV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Looks public but is the host's own platform service in every Azure network. */
const azureHost = '168.63.129.16';

/** Whether an IP address (no name) lies in the public internet: not ours, not reserved, nobody's inside. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').split('%')[0] ?? '';
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast' && parsed.toString() !== azureHost;
  return parsed.range() === 'unicast' && parsed.match(globalV6);
}
