import { Hono } from 'hono';
import { addressOf } from '../../../src/http/requests/address';

/** As the server hands it over: the peer's address in the environment, the rest in headers. */
async function seen(peer: string, proxies: number, forwarded?: string): Promise<string> {
  const app = new Hono().get('/', (context) => context.text(addressOf(context, proxies)));
  const headers = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
  const incoming = { socket: { remoteAddress: peer, remotePort: 1, remoteFamily: 'IPv4' } };
  return (await app.request('/', { headers }, { incoming })).text();
}

it.each<[string, [peer: string, proxies: number, forwarded?: string], string]>([
  ['the peer', ['203.0.113.7', 0], '203.0.113.7'],
  ['the peer, whatever a client claims', ['203.0.113.7', 0, '198.51.100.1'], '203.0.113.7'],
  ['what our proxy saw', ['10.0.0.1', 1, '198.51.100.1'], '198.51.100.1'],
  [
    'what our proxy saw, not what a client wrote before',
    ['10.0.0.1', 1, '1.1.1.1, 198.51.100.1'],
    '198.51.100.1',
  ],
  ['what the outer of two proxies saw', ['10.0.0.1', 2, '1.1.1.1, 198.51.100.1, 10.0.0.9'], '198.51.100.1'],
  ['the peer, when a proxy wrote nothing', ['10.0.0.1', 1], '10.0.0.1'],
  ['an IPv4 address in IPv6’s clothes', ['::ffff:203.0.113.7', 0], '::ffff:203.0.113.7'],
  ['a network of IPv6', ['2001:db8:1:2:3:4:5:6', 0], '2001:db8:1:2::/64'],
  ['the same one, written short', ['2001:db8:1:2::9', 0], '2001:db8:1:2::/64'],
  ['a short network', ['2001:db8::9', 0], '2001:db8:0:0::/64'],
  ['our own machine', ['::1', 0], '0:0:0:0::/64'],
])('counts by %s', async (_what, [peer, proxies, forwarded], expected) => {
  expect(await seen(peer, proxies, forwarded)).toBe(expected);
});

it('counts requests without a connection together', async () => {
  const app = new Hono().get('/', (context) => context.text(`[${addressOf(context, 0)}]`));

  expect(await (await app.request('/')).text()).toBe('[]');
});
