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
export const readyAnswer = z
  .strictObject({
    ok: z.boolean().openapi({ description: 'Whether this process can serve.' }),
    degraded: z.array(z.string()).openapi({
      description: 'Names of the checks that fail and that it serves without: only what needs them waits.',
      example: ['mail'],
    }),
    checks: z.array(check),
  })
  .openapi('Readiness');
export const aliveAnswer = z.strictObject({
  ok: z.literal(true),
  instance: z.string().optional().openapi({ description: 'INSTANCE_ID, where one was given.' }),
});

export type HealthAnswer = z.output<typeof healthAnswer>;
export type ReadyAnswer = z.output<typeof readyAnswer>;
