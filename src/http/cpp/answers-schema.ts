import { type createRoute, z } from '@hono/zod-openapi';
import { type ErrorCode, statusOf } from '../refusals/errors';

type Answers = Parameters<typeof createRoute>[0]['responses'];

const errorSchema = z
  .strictObject({
    error: z.strictObject({
      code: z.string().openapi({ description: 'Stable; the words are not.', example: 'InvalidAPIVersion' }),
      message: z.string(),
      details: z
        .array(z.unknown())
        .optional()
        .openapi({ description: 'Of a failed validation: every finding with its fix. Ours; CPP has none.' }),
    }),
  })
  .openapi('CppError');

const always: readonly ErrorCode[] = [
  'BadRequest',
  'InvalidAPIVersion',
  'Unauthorized',
  'Forbidden',
  'NotFound',
  'RequestTooLarge',
  'TooManyRequests',
  'InternalError',
  'Unavailable',
];

/**
 * Documents the answers of a route of the CPP dialect: its own, the refusals of every route, and these. Handlers make
 * their answers by hand - some in JSON that no JS value stands for -, so a test compares them with this, not the compiler.
 */
export const cppAnswers = (own: Answers, ...codes: readonly ErrorCode[]): Answers => ({
  ...own,
  ...errors(codes),
});

function errors(codes: readonly ErrorCode[]): Answers {
  const named = new Map<number, string[]>();
  for (const code of new Set([...always, ...codes])) {
    named.set(statusOf(code), [...(named.get(statusOf(code)) ?? []), `\`${code}\``]);
  }
  return Object.fromEntries(
    [...named].map(([status, names]) => [
      status,
      { description: names.join(', '), content: { 'application/json': { schema: errorSchema } } },
    ]),
  );
}
