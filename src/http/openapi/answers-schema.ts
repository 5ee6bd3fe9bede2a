import { z } from '@hono/zod-openapi';
import { type ProblemCode, type ProblemKind, problemCodes } from '../refusals/problem-codes';

type Refusal = {
  description: string;
  content?: { 'application/problem+json': { schema: typeof problemSchema } };
};
/** `content` is always there; a type that says so would not let a handler return what `problem()` makes. */
type Refusals = Partial<Record<(typeof problemCodes)[ProblemCode]['status'], Refusal>>;

/** RFC 9457, as `problem.ts` writes it. */
const problemSchema = z
  .strictObject({
    type: z.string().openapi({ example: '/docs/problems#NotFound' }),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ description: 'Stable; the words are not.', example: 'NotFound' }),
    detail: z.string().openapi({ description: 'What happened, to which offer, and what to do.' }),
    errors: z.array(z.unknown()).optional(),
  })
  .openapi('Problem');

/** What any route of ours may answer, whatever it does. */
const always: readonly ProblemCode[] = [
  'BadRequest',
  'Unauthorized',
  'Forbidden',
  'NotFound',
  'RequestTooLarge',
  'UnsupportedMediaType',
  'TooManyRequests',
  'InternalError',
  'Unavailable',
];

/** Documents the refusals of a route of our own API: those of every route, and these. */
export function problems(...codes: readonly ProblemCode[]): Refusals {
  const titles = new Map<number, string[]>();
  for (const code of new Set([...always, ...codes])) {
    const { status, title }: ProblemKind = problemCodes[code];
    titles.set(status, [...(titles.get(status) ?? []), `\`${code}\`: ${title}`]);
  }
  return Object.fromEntries(
    [...titles].map(([status, lines]) => [
      status,
      {
        description: lines.join('. '),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}

/** An answer in JSON. */
export const json = <T extends z.ZodType>(
  description: string,
  schema: T,
): { description: string; content: { 'application/json': { schema: T } } } => ({
  description,
  content: { 'application/json': { schema } },
});
