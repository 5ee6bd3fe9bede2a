import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { reaches } from '../../domain/access/identity';
import { forbiddenProblem, requirePermission, requireVisitor } from '../access/access';
import { comeBackLater } from '../refusals/come-back-later';
import type { AppDeps } from '../deps';
import { identityOf } from '../access/identity';
import { openAtOnce } from '../requests/open-at-once';
import { problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { problem } from '../refusals/problem';
import { isStillKnown } from '../access/visitor';
import { eventStream, type Watched } from './event-stream';
import { eventStreamText, feedQuery, operationParams, operationQuery, resumeHeaders } from './events-schema';
import { operationWatch } from './operation-watch';
import { sharedCheck } from './shared-check';

const stream = {
  description: 'Events, for as long as the connection is open.',
  content: { 'text/event-stream': { schema: eventStreamText } },
};

const feedRoute = createRoute({
  method: 'get',
  path: '/api/events',
  operationId: 'watchEvents',
  tags: ['Events'],
  summary: 'Everything that happens, as it happens',
  description:
    'Server-sent events of all offers the token reaches. Without Last-Event-ID it begins with what happens from now on; with it nothing is lost and nothing comes twice. A watcher that reads too slowly is cut off, and goes on with Last-Event-ID.',
  middleware: [requireVisitor()] as const,
  request: { query: feedQuery, headers: resumeHeaders },
  responses: { 200: stream, ...problems('Unavailable') },
});

const operationRoute = createRoute({
  method: 'get',
  path: '/api/publishers/{publisherId}/offers/{offerId}/operations/{operationId}/events',
  operationId: 'watchOperation',
  tags: ['Events'],
  summary: 'The story of one operation, until it has ended',
  description:
    'Server-sent events of the publication the operation is about, from its first one, until the operation has ended. Asking again after that with the last id answers 204, which tells browsers to stop.',
  middleware: [requirePermission('read')] as const,
  request: { params: operationParams, query: operationQuery, headers: resumeHeaders },
  responses: {
    200: stream,
    204: { description: 'It has ended, and there is nothing more.' },
    ...problems('Unavailable'),
  },
});

/** Server-sent events: the feed, also under `/events`, and the story of one operation. */
export function eventRoutes(deps: AppDeps): OpenAPIHono {
  const answer = answerWith(
    deps,
    sharedCheck((context) => isStillKnown(deps, context)),
  );
  const feed = async (context: Context, asked: Asked): Promise<Response> => {
    const { publisherId } = identityOf(context);
    const { publisher = publisherId, offer } = asked;
    if (publisher !== null && !reaches(identityOf(context), publisher)) return forbiddenProblem(context);
    return answer(context, {
      filter: {
        ...(publisher === null ? {} : { publisherId: publisher }),
        ...(offer === undefined ? {} : { offerId: offer }),
      },
      after: asked.after,
    });
  };
  return ownApi()
    .openapi(feedRoute, (context) => feed(context, { ...context.req.valid('query'), ...resumed(context) }))
    .openapi({ ...feedRoute, path: '/events', hide: true }, (context) =>
      feed(context, { ...context.req.valid('query'), ...resumed(context) }),
    )
    .openapi(operationRoute, async (context) => {
      const { operationId, ...offer } = context.req.valid('param');
      const { after } = { ...context.req.valid('query'), ...resumed(context) };
      const watch = await operationWatch(deps, { offer, operationId: operationId.toLowerCase(), after });
      switch (watch.kind) {
        case 'found':
          return answer(context, watch.watch);
        case 'over':
          return context.body(null, 204);
        case 'unknown': {
          const detail = `${offer.publisherId}/${offer.offerId} has no operation ${operationId}.`;
          return problem(context, { code: 'NotFound', detail });
        }
      }
    });
}

type Asked = {
  readonly publisher?: string | undefined;
  readonly offer?: string | undefined;
  readonly after?: string | undefined;
};

/** The header wins: a browser that comes back sends it beside the address it began with. */
function resumed(context: Context): { readonly after?: string } {
  const after = context.req.header('Last-Event-ID');
  return after === undefined || after === '' ? {} : { after };
}

/** A few for each page and pipeline. */
const mostStreamsOfAnActor = 100;

type Answer = (context: Context, watched: Watched) => Promise<Response>;

function answerWith(
  { eventHub: hub, catalogue: { events: feed }, settings: { publicUrl } }: AppDeps,
  isStillKnownTo: (context: Context) => Promise<boolean>,
): Answer {
  const streams = openAtOnce(mostStreamsOfAnActor);
  return async (context, watched) => {
    // Nobody would read, or end, what is left out of the answer to HEAD.
    if (context.req.method === 'HEAD') return context.body(null, 200, streamHeaders);
    if (!hub.hasRoom()) return comeBackLater(context, 'Unavailable', 'Too many watch already.');
    const onOver = streams.open(identityOf(context).actor);
    if (onOver === undefined) {
      return comeBackLater(context, 'TooManyRequests', 'You have too many streams open: end some.');
    }
    const { signal } = context.req.raw;
    const isStillAllowed = (): Promise<boolean> => isStillKnownTo(context);
    const watch = { ...watched, isStillAllowed, signal, onOver };
    const events = await eventStream({ hub, feed, publicUrl }, watch).catch((error: unknown) => {
      onOver();
      throw error;
    });
    return context.body(events, 200, streamHeaders);
  };
}

// Proxies that collect answers before they pass them on would collect for ever.
const streamHeaders = { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' };
