import { z } from '@hono/zod-openapi';
import { finding } from '../offer-tools/finding-schema';

export const recertificationQuery = z.object({
  cursor: z.string().max(120).optional().openapi({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export const recertificationAnswer = z
  .strictObject({
    items: z.array(
      z.strictObject({
        publisherId: z.string(),
        offerId: z.string(),
        offerVersion: z.int(),
        publicationId: z.string(),
        verdict: z.enum(['passed', 'reviewRequired', 'failed', 'notJudged']),
        certifiedUnder: z.array(z.string()),
        rulesNow: z.array(z.string()),
        findings: z.array(finding).openapi({ description: 'What keeps it from passing.' }),
        notJudged: z
          .array(z.string())
          .openapi({ description: 'Artefacts of which nobody kept enough to say anything.' }),
      }),
    ),
    total: z.int().openapi({ description: 'Live offers of the installation.' }),
    next: z.string().nullable(),
  })
  .openapi('Recertification');
