import { z } from '@hono/zod-openapi';
import { languageQuery } from '../openapi/params-schema';
import { longestSupportText } from '../support-request';

export const supportQuery = languageQuery;

export const supportLetter = z.strictObject({
  contactEmail: z.string().max(254).openapi({ example: 'ann@contoso.com' }),
  text: z.string().trim().min(1).max(longestSupportText),
  publicationId: z
    .string()
    .max(100)
    .optional()
    .openapi({ description: 'Without one, the newest publication.' }),
  step: z.string().max(100).optional().openapi({ description: 'Without one, the current step.' }),
});

export const supportCase = z
  .strictObject({
    caseNumber: z.string().openapi({ example: 'CASE-000123' }),
    publisherId: z.string(),
    offerId: z.string(),
    publicationId: z.string().nullable(),
    step: z.string().nullable(),
    contactEmail: z.string(),
    text: z.string(),
    findings: z.array(z.looseObject({ ruleId: z.string(), severity: z.string(), message: z.string() })),
    createdAt: z.iso.datetime(),
  })
  .openapi('SupportCase');

export const supportCases = z.strictObject({ items: z.array(supportCase) });
