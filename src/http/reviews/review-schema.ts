import { z } from '@hono/zod-openapi';
import { longestComment, longestPath } from '../../domain/review/thread';
import { offerParams } from '../openapi/params-schema';

const id = z.string().min(1).max(100);

export const queueQuery = z.object({
  publisher: z
    .string()
    .max(50)
    .optional()
    .openapi({ description: 'Only this publisher’s; without it, all the token reaches.' }),
  cursor: z.string().max(40).optional().openapi({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const waiting = {
  reviewNumber: z.string().openapi({ example: 'REVIEW-000012' }),
  publicationId: z.string(),
  publisherId: z.string(),
  offerId: z.string(),
  offerType: z.string(),
  offerVersion: z.int(),
  step: z.string().openapi({ example: 'microsoft-review' }),
  title: z.string(),
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime().openapi({ description: 'From then on it is overdue.' }),
};

export const queueAnswer = z
  .strictObject({
    items: z.array(
      z.strictObject({ ...waiting, isOverdue: z.boolean(), openThreads: z.int(), page: z.string() }),
    ),
    next: z.string().nullable(),
  })
  .openapi('ReviewQueue');

export const threadParams = offerParams.extend({ threadId: id });

export const reviewQuery = z.object({
  publication: id
    .optional()
    .openapi({ description: 'Its review; without one, the newest review of the offer.' }),
});

export const threadsQuery = z.object({ state: z.enum(['open', 'resolved']).optional() });

const place = {
  file: z.string().nullable().openapi({
    description:
      '`<plan>/<path in the package>`; where it is not the plan’s newest, `<plan>@<version>/<path>`',
    example: 'basic/mainTemplate.json',
  }),
  line: z.int().nullable(),
  pointer: z.string().nullable().openapi({ description: 'RFC 6901, into the frozen document.' }),
};

export const threadAnswer = z
  .strictObject({
    threadId: z.string(),
    publicationId: z.string().openapi({ description: 'The attempt it was opened in.' }),
    ...place,
    state: z.enum(['open', 'resolved']),
    openedAt: z.iso.datetime(),
    comments: z.array(
      z.strictObject({
        commentId: z.string(),
        publicationId: z.string(),
        actor: z.string(),
        isVouchedFor: z.boolean().openapi({
          description: 'False when a message that did not come through API or portal only claims its sender.',
        }),
        side: z.enum(['reviewer', 'publisher']),
        text: z.string(),
        at: z.iso.datetime(),
      }),
    ),
  })
  .openapi('ReviewThread');

export const threadsAnswer = z.strictObject({ items: z.array(threadAnswer) });

export const reviewAnswer = z
  .strictObject({
    review: z
      .strictObject({
        ...waiting,
        packageDigest: z.string().nullable(),
        reportIds: z.array(z.string()),
        changes: z.array(z.string()).openapi({
          description: 'Against the version approved last or, before any was, sent back last; one line each.',
        }),
        certificationNotes: z.string().nullable(),
        signedOffBy: z.array(z.string()).openapi({ description: 'May not decide.' }),
        workItem: z.strictObject({ board: z.string(), id: z.string(), url: z.string() }).nullable(),
        decidedAt: z.iso.datetime().nullable(),
        decision: z.enum(['approve', 'requestChanges', 'withdrawn']).nullable(),
        decidedBy: z.string().nullable(),
        unverified: z.array(z.string()).openapi({
          description: 'Names among `signedOffBy` and `decidedBy` that a message only claims.',
        }),
      })
      .nullable()
      .openapi({ description: 'Null when nothing of the offer was ever reviewed.' }),
    threads: z.array(threadAnswer),
    files: z.array(z.strictObject({ file: z.string(), bytes: z.int(), digest: z.string() })).openapi({
      description:
        'Of each plan’s newest package, and of every other that was not approved with the version compared with.',
    }),
  })
  .openapi('Review');

const text = z
  .string()
  .trim()
  .min(1)
  .max(longestComment)
  .openapi({ example: 'Do not open port 22 to everybody.' });

export const newThread = z.strictObject({
  text,
  file: z.string().min(1).max(longestPath).optional(),
  line: z.int().min(1).max(10_000_000).optional(),
  pointer: z
    .string()
    .regex(/^(\/|$)/)
    .max(longestPath)
    .optional(),
});

export const newAnswer = z.strictObject({ text });

export const threadChange = z.strictObject({ state: z.enum(['open', 'resolved']) });
