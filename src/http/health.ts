import { Hono } from 'hono';
import { requireToken } from './access';
import type { AppDeps } from './deps';
import { doctorProbes } from './doctor-probes';
import { type Check, check, readinessProbes } from './probes';

export type HealthAnswer = { readonly ok: boolean; readonly checks: readonly Check[] };

/** `/livez`: the process runs. `/readyz`: so does all it needs. `/doctor`: it also does what it should. */
export function healthRoutes(deps: AppDeps): Hono {
  const readiness = readinessProbes(deps);
  const examination = doctorProbes(deps);
  return new Hono()
    .get('/livez', (context) => context.json({ ok: true }))
    .get('/readyz', async (context) => {
      const answer = answerOf(await Promise.all(readiness.map(check)));
      return context.json(answer, answer.ok ? 200 : 503);
    })
    .get('/doctor', requireToken(deps), async (context) => {
      const checks: Check[] = [];
      for (const probe of examination) checks.push(await check(probe));
      return context.json(answerOf(checks));
    });
}

const answerOf = (checks: readonly Check[]): HealthAnswer => ({ ok: checks.every(({ ok }) => ok), checks });
