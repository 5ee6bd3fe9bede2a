import { z } from '@hono/zod-openapi';

const check = z
  .strictObject({
    name: z.string().openapi({ example: 'database' }),
    ok: z.boolean(),
    millis: z.int().openapi({ description: 'How long the answer took.' }),
    why: z.string().optional(),
    fix: z.string().optional().openapi({ example: 'Start PostgreSQL, or correct DATABASE_URL.' }),
  })
  .openapi('Check');

export const healthAnswer = z.strictObject({ ok: z.boolean(), checks: z.array(check) }).openapi('Health');
export const aliveAnswer = z.strictObject({
  ok: z.literal(true),
  instance: z.string().optional().openapi({ description: 'INSTANCE_ID, where one was given.' }),
});

export type HealthAnswer = z.output<typeof healthAnswer>;
