/** Who can reach a host, as far as its name or address tells. */
export type HostReach = 'public' | 'address' | 'private';

/** `host` as `new URL()` gives it: lower case, odd spellings of addresses already made plain. */
export function reachOf(host: string): HostReach {
  if (host.startsWith('[')) return privateV6.test(host) ? 'private' : 'address';
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return privateV4.test(host) ? 'private' : 'address';
  return privateName.test(host) || !host.includes('.') ? 'private' : 'public';
}

const privateV4 =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
const privateV6 = /^\[(?:::1?\]|::ffff:|f[cd]|fe[89ab])/;
const privateName = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|arpa)\.?$/;
