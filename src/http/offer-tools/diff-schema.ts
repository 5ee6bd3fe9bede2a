import { z } from '@hono/zod-openapi';
import { languageQuery } from '../openapi/params-schema';

const slots = ['Draft', 'Preview', 'Production'] as const;

/** `Draft`, `Preview`, `Production` or the number of a frozen version. */
const side = z
  .union([z.enum(slots), z.string().regex(/^[1-9]\d{0,8}$/)])
  .openapi({ description: 'A slot, or the number of a frozen version.', example: 'Production' })
  .transform((text) => slots.find((slot) => slot === text) ?? Number(text));

export const diffQuery = languageQuery.extend({ from: side, to: side });

const patchOperation = z.strictObject({
  op: z.enum(['add', 'remove', 'replace', 'move', 'copy', 'test']),
  path: z.string(),
  from: z.string().optional(),
  value: z.unknown().optional(),
});

const readableChange = z.strictObject({
  kind: z.enum(['added', 'removed', 'changed', 'reordered']),
  pointer: z.string().openapi({
    description: 'RFC 6901: into the later document, into the earlier one for what was removed.',
  }),
  within: z
    .array(z.string())
    .openapi({ description: 'What the field belongs to, outermost first.', example: ['Plans', 'basic'] }),
  label: z.string().openapi({ example: 'Plan title' }),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

const comparedSide = z.strictObject({
  slot: z.union([z.enum(slots), z.int()]),
  version: z.int().nullable().openapi({ description: 'Null for the draft.' }),
});

export const diffAnswer = z
  .strictObject({
    from: comparedSide,
    to: comparedSide,
    changes: z.array(readableChange).openapi({
      description:
        'For people, in their language; lists are matched by ids. Secrets are masked; that one changed is told.',
    }),
    patch: z.array(patchOperation).openapi({
      description:
        'RFC 6902, from the earlier to the later document as `GET` gives them, with secrets masked.',
    }),
  })
  .openapi('OfferDifference');
