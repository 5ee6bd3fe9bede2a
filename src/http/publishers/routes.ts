import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import type { PublisherChange, PublisherRecord } from '../../services/ports';
import { requireInstallation, requirePermission, requireVisitor } from '../access/access';
import type { AppDeps } from '../deps';
import { identityOf } from '../access/identity';
import { json, problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { publisherParams } from '../openapi/params-schema';
import { problem } from '../refusals/problem';
import { me, newPublisher, publisher, publisherChange } from './publisher-schema';

const whoAmI = createRoute({
  method: 'get',
  path: '/me',
  operationId: 'whoAmI',
  tags: ['Access'],
  summary: 'What the token of this request is',
  middleware: [requireVisitor()] as const,
  responses: { 200: json('Who asks, and what they reach.', me), ...problems() },
});

const create = createRoute({
  method: 'post',
  path: '/publishers',
  operationId: 'createPublisher',
  tags: ['Access'],
  summary: 'Make a publisher',
  description: 'For operators of the installation. Afterwards make its owner a token.',
  middleware: [requireInstallation()] as const,
  request: { body: { required: true, content: { 'application/json': { schema: newPublisher } } } },
  responses: { 201: json('The publisher.', publisher), ...problems('PublisherExists') },
});

const change = createRoute({
  method: 'patch',
  path: '/publishers/{publisherId}',
  operationId: 'changePublisher',
  tags: ['Access'],
  summary: 'Change what a publisher says of itself',
  description: 'What is left out stays as it is.',
  middleware: [requirePermission('manage')] as const,
  request: {
    params: publisherParams,
    body: { required: true, content: { 'application/json': { schema: publisherChange } } },
  },
  responses: { 200: json('The publisher as it is now.', publisher), ...problems() },
});

/** `/api/me`, `POST /api/publishers` and `PATCH /api/publishers/{publisherId}`. */
export const publisherRoutes = ({ catalogue: { publishers } }: AppDeps): OpenAPIHono =>
  ownApi()
    .openapi(whoAmI, (context) => context.json(identityOf(context), 200))
    .openapi(create, async (context) => {
      const { id, ...profile } = context.req.valid('json');
      const wanted = { publisherId: id, ...given(profile) };
      const made = await publishers.create(wanted, identityOf(context).actor);
      return made === undefined
        ? problem(context, { code: 'PublisherExists', detail: `There is a publisher ${id} already.` })
        : context.json(answerOf(made), 201);
    })
    .openapi(change, async (context) => {
      const { publisherId } = context.req.valid('param');
      const asked = given(context.req.valid('json'));
      const changed = await publishers.change(publisherId, asked, identityOf(context).actor);
      return changed === undefined
        ? problem(context, { code: 'NotFound', detail: `There is no publisher ${publisherId}.` })
        : context.json(answerOf(changed), 200);
    });

const answerOf = ({
  publisherId: id,
  displayText,
  language,
  goLiveVotes,
  createdAt,
}: PublisherRecord): z.infer<typeof publisher> => ({ id, displayText, language, goLiveVotes, createdAt });

function given({ displayText, language, goLiveVotes }: z.infer<typeof publisherChange>): PublisherChange {
  return {
    ...(displayText !== undefined && { displayText }),
    ...(language !== undefined && { language }),
    ...(goLiveVotes !== undefined && { goLiveVotes }),
  };
}
