import { createServer } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { checkedConnect } from '../../../src/services/safe-http/checked-connect';

/** Loopback plays both parts: 127.0.0.2 stands for the public internet, 127.0.0.1 for the inside. */
const outside = '127.0.0.2';
const inside = '127.0.0.1';

let port = 0;
const reached: string[] = [];
const server = createServer((request, response) => {
  reached.push(request.socket.localAddress ?? '');
  response.setHeader('connection', 'close').end();
});
const agents: Agent[] = [];

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => void reached.splice(0));
afterEach(async () => {
  await Promise.all(agents.splice(0).map((agent) => agent.destroy()));
});

/** An agent that may reach `allowed`; names resolve to the next of `answers` each time. */
function agentFor(allowed: readonly string[], answers: readonly string[] = []): Agent {
  let asked = 0;
  const lookup: LookupFunction = (_, options, callback) => {
    const address = answers[asked++] ?? inside;
    if (options.all === true) callback(null, [{ address, family: 4 }]);
    else callback(null, address, 4);
  };
  const isAllowed = (address: string): boolean => allowed.includes(address);
  const connect = checkedConnect({ trusted: new Set(), timeout: 60_000, lookup, isAllowed });
  const agent = new Agent({ connect });
  agents.push(agent);
  return agent;
}

const ask = async (agent: Agent, host: string): Promise<number> => {
  const { statusCode, body } = await agent.request({
    origin: `http://${host}:${port}`,
    path: '/',
    method: 'GET',
  });
  await body.dump();
  return statusCode;
};

describe('checkedConnect', () => {
  it('connects to the very answer it has checked: a name that turns inside at the second question gains nothing', async () => {
    const agent = agentFor([outside], [outside, inside]);

    const first = await ask(agent, 'rebind.example');
    const second = ask(agent, 'rebind.example');

    expect(first).toBe(200);
    await expect(second).rejects.toMatchObject({ code: 'blocked' });
    expect(reached).toEqual([outside]);
  });

  it('checks who is really there, before a byte is sent', async () => {
    // Connecting to 0.0.0.0 leads to this machine.
    const agent = agentFor(['0.0.0.0']);

    const answer = ask(agent, '0.0.0.0');

    await expect(answer).rejects.toMatchObject({ code: 'blocked' });
    expect(reached).toEqual([]);
  });

  it('checks literal addresses, which are never looked up', async () => {
    const agent = agentFor([outside], [outside]);

    const answer = ask(agent, inside);

    await expect(answer).rejects.toMatchObject({ code: 'blocked' });
    expect(reached).toEqual([]);
  });
});
