import { Hono } from 'hono';
import { sharedCheck } from '../../../src/http/events/shared-check';

it('asks once for each credential that is asked about at the same time, and anew later', async () => {
  const asked: (string | undefined)[] = [];
  const check = sharedCheck(async (context) => {
    asked.push(context.req.header('Authorization'));
    return context.req.header('Authorization') === 'Bearer good';
  });
  const app = new Hono().get('/', async (context) => context.json(await check(context)));
  const ask = async (token: string): Promise<unknown> =>
    (await app.request('/', { headers: { Authorization: `Bearer ${token}` } })).json();

  const together = await Promise.all(['good', 'good', 'bad', 'good'].map(ask));
  const later = await ask('good');

  expect(together).toEqual([true, true, false, true]);
  expect(later).toBe(true);
  expect(asked).toEqual(['Bearer good', 'Bearer bad', 'Bearer good']);
});
