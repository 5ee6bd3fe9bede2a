import { z } from 'zod';

/** Answers of the REST API, as far as we read them. */
const identity = z.object({ displayName: z.string().default(''), uniqueName: z.string().default('') });

export const workItemAnswer = z.object({
  id: z.int(),
  rev: z.int(),
  fields: z.object({ 'System.State': z.string().optional(), 'System.Tags': z.string().default('') }),
});

export const queryAnswer = z.object({ workItems: z.array(z.object({ id: z.int() })) });

export const updatesAnswer = z.object({
  value: z.array(
    z.object({
      rev: z.int(),
      revisedBy: identity,
      fields: z
        .object({ 'System.State': z.object({ newValue: z.string().optional() }).optional() })
        .default({}),
    }),
  ),
});

export const commentsAnswer = z.object({
  comments: z.array(
    z.object({
      text: z.string().default(''),
      format: z.string().optional(),
      isDeleted: z.boolean().default(false),
    }),
  ),
  continuationToken: z.string().nullish(),
});

export const statesAnswer = z.object({ value: z.array(z.object({ name: z.string() })) });
