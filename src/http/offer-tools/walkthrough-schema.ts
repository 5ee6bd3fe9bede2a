import { z } from '@hono/zod-openapi';
import { walkthroughParts } from '../../domain/offer/staged/walkthrough';
import { finding } from './finding-schema';

export const walkthroughCheck = z
  .strictObject({
    part: z.enum(walkthroughParts),
    name: z.string().openapi({ example: 'Plans and technical content' }),
    isGreen: z.boolean().openapi({ description: 'Nothing is missing or wrong.' }),
    findings: z.array(finding),
  })
  .openapi('WalkthroughCheck');

export const walkthroughAnswer = z
  .strictObject({
    publisherId: z.string(),
    offerId: z.string(),
    etag: z.string().openapi({ description: 'Of the draft that was looked at.' }),
    canBePushedToStaging: z.boolean().openapi({ description: 'All four are green.' }),
    checks: z.array(walkthroughCheck),
  })
  .openapi('Walkthrough');
