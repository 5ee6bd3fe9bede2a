import { z } from '@hono/zod-openapi';
import { readEmailList } from '../../domain/publication/commands';
import { readTime } from '../../domain/publication/read-time';
import { requestIdField } from './request-id';

/** Clients of CPP send `metadata` with every call; only publish reads it. */
const repeatable = {
  requestId: requestIdField,
  publicationId: z
    .string({ error: 'must be the id of a publication.' })
    .min(1, 'must be the id of a publication.')
    .max(100, 'must be the id of a publication.')
    .nullish()
    .meta({
      description: 'The publication that is meant: any other one refuses. Without it, the one that runs.',
    }),
  metadata: z.unknown().optional(),
};

export const goLiveBody = z.looseObject({
  ...repeatable,
  notBefore: z
    .string()
    .refine((time) => readTime(time) !== undefined, {
      error: 'must be a time with a zone, like 2027-01-31T09:00:00Z.',
    })
    .optional()
    .meta({ format: 'date-time', description: 'Goes live then; without it, now.' }),
});

export const withdrawBody = z.looseObject(repeatable);

export const cancelBody = z.looseObject({ ...repeatable, reason: z.string().optional() });

export const emailsBody = z.looseObject({
  ...repeatable,
  emails: z
    .union([z.string(), z.array(z.string())])
    .refine((emails) => readEmailList(emails) !== undefined, { error: 'must be 1 to 20 e-mail addresses.' }),
});

export const reviewBody = z.looseObject({
  ...repeatable,
  decision: z.enum(['approve', 'requestChanges']),
  comments: z
    .array(
      z.looseObject({
        message: z.string().min(1).max(500),
        path: z.string().max(500).optional(),
        line: z.int().min(0).optional(),
      }),
    )
    .max(100)
    .optional(),
});
