import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppDeps } from '../deps';
import { json, problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { problem } from '../refusals/problem';
import { hookAnswer, hookBody } from './hook-schema';
import { requireHookSecret } from './hook-secret';
import { passOn } from './pass-on';

const route = (deps: AppDeps) =>
  createRoute({
    method: 'post',
    path: '/hooks/azure-devops',
    operationId: 'azureDevOpsHook',
    tags: ['Reviews'],
    summary: 'A service hook of Azure DevOps says that a work item was updated',
    description:
      'Basic authentication with the hooks’ secret as the password. What the body says is not believed: the item is read again, so events may come late, twice and in any order.',
    security: [],
    middleware: [requireHookSecret(deps)] as const,
    request: { body: { required: true, content: { 'application/json': { schema: hookBody } } } },
    responses: { 200: json('What came of it.', hookAnswer), ...problems() },
  });

/** `POST /hooks/azure-devops` */
export const hookRoutes = (deps: AppDeps): OpenAPIHono =>
  ownApi().openapi(route(deps), async (context) => {
    const { eventType, resource } = context.req.valid('json');
    const itemId = resource?.workItemId;
    if (eventType !== 'workitem.updated') return told(context, nothing(`"${eventType}" decides nothing.`));
    // The sample that its test sends is about item 0.
    if (itemId === undefined || itemId === 0) {
      deps.log.warn({ eventType }, 'a service hook names no work item; it must send all resource details');
      return told(context, nothing('The event names no work item: send all resource details.'));
    }
    try {
      const { outcome, why } = await passOn(deps, String(itemId));
      if (outcome === 'later') return later(context, why);
      if (outcome !== 'decided') deps.log.warn({ itemId, outcome, why }, 'a service hook changed nothing');
      return told(context, { outcome, why });
    } catch (error) {
      deps.log.warn({ err: error, itemId }, 'a service hook could not be followed; it comes again');
      return later(context, 'A server behind us is away.');
    }
  });

const nothing = (why: string): Told => ({ outcome: 'nothing', why });

type Told = z.input<typeof hookAnswer>;

const told = (context: Context, answer: Told) => context.json(answer, 200);

/** Of our refusals Azure DevOps repeats those with 408, 502, 503 and 504, eight times; others put the hook on probation. */
function later(context: Context, why: string): Response {
  context.header('Retry-After', '5');
  return problem(context, { code: 'Unavailable', detail: `${why} Send the event again.` });
}
