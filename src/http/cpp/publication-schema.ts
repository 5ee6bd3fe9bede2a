import { z } from '@hono/zod-openapi';

const link = z.strictObject({ text: z.string(), uri: z.string() });
const message = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

const step = z.strictObject({
  id: z.string(),
  status: z.string(),
  startedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  messages: z.array(
    z.strictObject({
      at: z.iso.datetime(),
      level: z.enum(['information', 'warning', 'error']),
      message,
    }),
  ),
  messageCount: z.int(),
  findings: z.array(z.looseObject({ ruleId: z.string(), severity: z.string() })),
  reportId: z.string().optional(),
});

/** `domain/publication/status.ts` says what each part means. */
const status = z.looseObject({
  publicationId: z.string(),
  publisherId: z.string(),
  offerId: z.string(),
  offerVersion: z.int().nullable(),
  status: z.string(),
  steps: z.array(step),
  cancellation: z.enum(['canCancel', 'cannotCancel', 'cancelRequested', 'canceled']),
  notificationEmails: z.array(z.string()),
  previewLinks: z.array(link),
  liveLinks: z.array(link),
  outcome: z.enum(['live', 'failed', 'canceled', 'rejected']).nullable(),
  startedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});

export const publicationSchema = z
  .strictObject({
    status,
    progress: z.array(
      z.strictObject({
        item: z.string().openapi({ example: 'replicate.westeurope' }),
        doneBytes: z.number(),
        totalBytes: z.number(),
        bytesPerSecond: z.number(),
        state: z.enum(['running', 'waiting', 'done']),
        message: message.optional(),
        updatedAt: z.iso.datetime(),
      }),
    ),
    certification: z
      .strictObject({
        digest: z.string().openapi({ description: 'SHA-256 of the signed report.' }),
        at: z.iso.datetime(),
        verdict: z.enum(['passed', 'reviewRequired', 'failed']),
        validUntil: z.iso.datetime().nullable(),
        ruleSets: z.array(z.string()).readonly(),
        exceptions: z
          .array(
            z.strictObject({
              exceptionId: z.string(),
              ruleId: z.string(),
              reason: z.string(),
              approver: z.string(),
              until: z.iso.datetime(),
            }),
          )
          .readonly()
          .openapi({ description: 'Those that let something pass.' }),
        report: z.string().openapi({ description: 'Path of the signed report on this API.' }),
      })
      .nullable()
      .openapi({ description: 'Null until everything that was handed in has been judged.' }),
    links: z.strictObject({
      status: z.string(),
      preview: z.array(z.strictObject({ subscription: z.string(), uri: z.string() })),
      live: z.array(link),
    }),
  })
  .openapi('Publication');
