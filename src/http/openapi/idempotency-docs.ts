import type { OpenAPIHono } from '@hono/zod-openapi';
import type { BlankEnv } from 'hono/types';
import { honoursKey } from '../idempotency/idempotency';
import { headerPattern } from '../idempotency/idempotency-key';
import { type ProblemCode, problemCodes } from '../refusals/problem-codes';

type Definition = OpenAPIHono<BlankEnv>['openAPIRegistry']['definitions'][number];
type Route = Extract<Definition, { type: 'route' }>['route'];

/** Tells of every operation that honours an `Idempotency-Key`: the header, and what `answerOnce` refuses because of it. */
export function documentIdempotency({ openAPIRegistry }: OpenAPIHono<BlankEnv>): void {
  for (const definition of openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue;
    const { route } = definition;
    if (!route.path.startsWith('/api/') || !honoursKey(route.method.toUpperCase(), route.path)) continue;
    Object.assign(route, {
      parameters: [...(route.parameters ?? []), header],
      responses: { ...route.responses, ...refusalsOf(route) },
    });
  }
}

const header = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'One for each intention, best a UUID: repeated with the same request within 24 hours, the first answer comes again.',
  schema: { type: 'string', pattern: headerPattern },
} as const;

const refusals: readonly ProblemCode[] = ['BadIdempotencyKey', 'IdempotencyKeyInUse', 'IdempotencyKeyReused'];

/** In the words and the form of the route's other refusals, which every route has one of. */
function refusalsOf({ responses }: Route): Route['responses'] {
  return Object.fromEntries(
    refusals.map((code) => {
      const { status, title } = problemCodes[code];
      const existing = responses[status];
      const like = existing ?? responses[400];
      const isOwn = JSON.stringify(like).includes('application/problem+json');
      const lines = [
        ...(existing !== undefined && 'description' in existing ? [existing.description] : []),
        isOwn ? `\`${code}\`: ${title}` : `\`${code}\``,
      ];
      return [status, { ...like, description: lines.join(isOwn ? '. ' : ', ') }];
    }),
  );
}
