import { z } from '@hono/zod-openapi';
import { idPattern } from '../../domain/offer/ids';
import { publisherParams } from '../openapi/params-schema';

const longestReason = 500;

const id = z.string().regex(idPattern);

export const exceptionParams = publisherParams.extend({ exceptionId: z.uuid() });

export const exceptionsQuery = z.object({
  offer: id.optional().openapi({ description: 'Only what says something about this offer.' }),
  all: z
    .enum(['true', 'false'])
    .optional()
    .openapi({ description: '`true`: also those that ended or ran out.' }),
});

export const newException = z.strictObject({
  ruleId: z.string().min(1).max(200).openapi({
    description: 'A rule on disk images, packages, listings or SAS URLs, by its id or an alias.',
  }),
  offerId: id.optional().openapi({ description: 'Without one: every offer of the publisher.' }),
  planId: z.string().min(1).max(100).optional().openapi({ description: 'Without one: every plan.' }),
  reason: z.string().trim().min(1).max(longestReason).openapi({ example: 'The vendor mends it in May.' }),
  until: z.iso.datetime().openapi({ description: 'From then on the rule counts again.' }),
});

export const exceptionAnswer = z
  .strictObject({
    exceptionId: z.string(),
    publisherId: z.string(),
    offerId: z.string().nullable(),
    planId: z.string().nullable(),
    ruleId: z.string(),
    reason: z.string(),
    approver: z.string().openapi({ description: 'Who granted it, and answers for it.' }),
    grantedAt: z.iso.datetime(),
    until: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    endedBy: z.string().nullable(),
    inForce: z.boolean(),
  })
  .openapi('CertificationException');

export const exceptionsAnswer = z.strictObject({ items: z.array(exceptionAnswer) });
