import { z } from '@hono/zod-openapi';

export const finding = z
  .strictObject({
    ruleId: z.string().openapi({ example: 'offer.field-missing' }),
    severity: z.enum(['info', 'warning', 'error', 'reviewRequired']),
    target: z.strictObject({
      plan: z.string().optional(),
      file: z.string().optional(),
      pointer: z.string().optional().openapi({ description: 'RFC 6901, into the offer document.' }),
      line: z.int().optional(),
      column: z.int().optional(),
    }),
    message: z.string(),
    fix: z.string(),
  })
  .openapi('Finding');
