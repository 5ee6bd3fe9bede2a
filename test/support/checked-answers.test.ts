import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { BlankEnv } from 'hono/types';
import { withCheckedAnswers } from './checked-answers';

const route = createRoute({
  method: 'get',
  path: '/things/{id}',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: {
      description: 'A thing',
      headers: { ETag: { required: true, schema: { type: 'string' } } },
      content: { 'application/json': { schema: z.object({ id: z.string() }) } },
    },
    204: { description: 'None' },
  },
});

/** An app whose one documented route answers this. */
function answering(answer: (context: Context) => Response): OpenAPIHono<BlankEnv> {
  const app = new OpenAPIHono<BlankEnv>();
  app.openAPIRegistry.registerPath(route);
  app.get('/things/:id', answer);
  app.get('/undocumented', (context) => context.json({ any: 'thing' }, 418));
  return withCheckedAnswers(app);
}

const etag = { ETag: '"1"' };

it.each<[string, (context: Context) => Response]>([
  ['as documented', (context) => context.json({ id: '1' }, 200, etag)],
  ['without a body, as documented', (context) => context.body(null, 204)],
])('lets an answer pass that is %s, and hands it on unread', async (_, answer) => {
  const given = await answering(answer).request('/things/1');

  expect(await given.text()).toBe(given.status === 204 ? '' : '{"id":"1"}');
});

it.each<[string, (context: Context) => Response, RegExp]>([
  ['another status', (context) => context.json({ id: '1' }, 201, etag), /status 201/],
  ['another media type', (context) => context.text('1', 200, etag), /text\/plain/],
  ['a field less', (context) => context.json({}, 200, etag), /expected string/],
  [
    'a field more',
    (context) => context.json({ id: '1', secret: 's' }, 200, etag),
    /fields that its schema lacks/,
  ],
  ['a header less', (context) => context.json({ id: '1' }, 200), /headers are missing: ETag/],
])('throws at whoever got %s', async (_, answer, why) => {
  await expect(answering(answer).request('/things/1')).rejects.toThrow(why);
});

it('throws at whoever got a body where none is documented', async () => {
  const app = answering(() => new Response(null, { status: 204 }));
  const chatty = answering(() => Object.defineProperty(new Response('words'), 'status', { value: 204 }));

  expect((await app.request('/things/1')).status).toBe(204);
  await expect(chatty.request('/things/1')).rejects.toThrow(/a body is not documented/);
});

it('says nothing of addresses that are not documented: another test finds those', async () => {
  expect((await answering((context) => context.body(null, 204)).request('/undocumented')).status).toBe(418);
});
