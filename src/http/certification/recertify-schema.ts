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
        verdict: z.enum(['passed', 'reviewRequired', 'failed', 'notJudged', 'nothingToJudge']).openapi({
          description:
            'The worst of its inputs; `notJudged`: some could not be judged, and no other is worse; `nothingToJudge`: nothing of what went live is kept.',
        }),
        certifiedUnder: z.array(z.string()),
        rulesNow: z.array(z.string()),
        findings: z.array(finding).openapi({ description: 'What keeps it from passing.' }),
        judged: z
          .array(z.string())
          .openapi({ description: '`offer` is the document; disks and packages as the offer names them.' }),
        notJudged: z
          .array(z.string())
          .openapi({ description: 'Disks and packages of which nobody kept enough to say anything.' }),
        rulesNotRun: z.array(z.string()).openapi({
          description:
            'Rules on the document that were not tried: on addresses that have served, on what links and pictures answer, and on changes of what is live.',
        }),
      }),
    ),
    total: z.int().openapi({ description: 'Live offers of the installation.' }),
    next: z.string().nullable(),
  })
  .openapi('Recertification');
