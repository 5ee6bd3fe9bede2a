import { z } from '@hono/zod-openapi';
import { finding } from './finding-schema';
import { walkthroughCheck } from './walkthrough-schema';

const plannedStep = z.strictObject({
  stepId: z.string().openapi({ example: 'displaycertify' }),
  name: z.string().openapi({ example: 'Certification' }),
  work: z.enum(['runs', 'partlyReused', 'reused', 'waits', 'notReached']).openapi({
    description: '`waits`: for people. `notReached`: what is known already would end the publication before.',
  }),
  reused: z.array(
    z.strictObject({ kind: z.enum(['certification', 'replica', 'package']), item: z.string() }),
  ),
  documentedEstimate: z.string().openapi({ example: '< 5 days' }),
  estimatedSeconds: z.number().nullable().openapi({
    description:
      'Median of past steps of this offer type; the fastest where all is reused. Null without any, and for the sign-off.',
  }),
  pastSteps: z.int(),
});

export const validateAnswer = z
  .strictObject({
    publisherId: z.string(),
    offerId: z.string(),
    etag: z.string().openapi({ description: 'Of the draft that was looked at.' }),
    canBePublished: z.boolean().openapi({ description: 'Nothing that is known now would fail.' }),
    findings: z.array(finding),
    artefacts: z.array(
      z.strictObject({
        artefactId: z.string().openapi({ example: 'basic/1.0.0/os' }),
        source: z.enum(['unchanged', 'new', 'refused', 'noAnswer', 'notAsked']),
      }),
    ),
    steps: z.array(plannedStep),
    walkthrough: z
      .array(walkthroughCheck)
      .optional()
      .openapi({ description: 'Of a staged offer: the four checks before it can be pushed to staging.' }),
    estimatedSeconds: z
      .number()
      .nullable()
      .openapi({ description: 'Of all steps but those that wait; null when the history says too little.' }),
  })
  .openapi('DryRun');
