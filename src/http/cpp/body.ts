import { type createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { apiError } from '../refusals/errors';
import { readJsonBody } from '../requests/json-body';

type Body = NonNullable<NonNullable<Parameters<typeof createRoute>[0]['request']>['body']>;

/**
 * Documents a body without having it read: CPP's clients send JSON under any content type, also none, and an empty
 * body counts as `{}`: it may be left out where no field is needed.
 */
export function bodyOf(schema: z.ZodType, isNeeded = false): Body {
  const { $schema: _dialect, ...documented } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  });
  const required = isNeeded || (documented.required ?? []).length > 0;
  return { required, content: { 'application/json': { schema: documented as object } } };
}

export type ReadBody<T> =
  { readonly kind: 'read'; readonly body: T } | { readonly kind: 'refused'; readonly answer: Response };

/** The body, or the 400 that names the field. */
export async function readBody<T>(context: Context, schema: z.ZodType<T>): Promise<ReadBody<T>> {
  const json = await readJsonBody(context);
  if (json.kind === 'bad') return refused(context, json.why);
  const parsed = schema.safeParse(json.kind === 'empty' ? {} : json.value);
  if (parsed.success) return { kind: 'read', body: parsed.data };
  const [issue] = parsed.error.issues;
  return refused(
    context,
    `The argument: '${issue?.path.map(String).join('.') ?? ''}' ${issue?.message ?? ''}`,
  );
}

const refused = (context: Context, why: string): { kind: 'refused'; answer: Response } => ({
  kind: 'refused',
  answer: apiError(context, 'BadRequest', why),
});
