import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { requireInstallation } from '../access/access';
import type { AppDeps } from '../deps';
import { doctorProbes } from './doctor-probes';
import { aliveAnswer, type HealthAnswer, healthAnswer, type ReadyAnswer, readyAnswer } from './health-schema';
import { json, problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { type Check, check, readinessOf, readinessProbes, sharedRound } from '../../probes';
import { knowVisitor } from '../access/visitor';

const shared: { method: 'get'; tags: string[] } = { method: 'get', tags: ['Operations'] };

const alive = createRoute({
  ...shared,
  path: '/livez',
  operationId: 'isAlive',
  summary: 'Whether this process runs',
  security: [],
  responses: { 200: json('It does.', aliveAnswer), ...problems() },
});

const ready = createRoute({
  ...shared,
  path: '/readyz',
  operationId: 'isReady',
  summary: 'Whether this process can serve, and what of all it talks to does not answer',
  description: 'One look serves everybody who asks within two seconds.',
  security: [],
  responses: {
    ...problems(),
    200: json('It can; `checks` says how to mend what `degraded` names.', readyAnswer),
    503: json('It cannot; `checks` names what is away and how to mend it.', readyAnswer),
  },
});

/** The middleware looks the token up itself: health stands before everything that needs the database. */
const doctor = (deps: AppDeps) =>
  createRoute({
    ...shared,
    path: '/doctor',
    operationId: 'examine',
    summary: 'Whether the installation does what it should',
    description: 'Writes, reads and removes something small everywhere. For the role Operator.',
    middleware: [knowVisitor(deps), requireInstallation()] as const,
    responses: { 200: json('What was tried, and how it went.', healthAnswer), ...problems() },
  });

/** `/livez`: the process runs. `/readyz`: it can serve. `/doctor`: everything does what it should. */
export function healthRoutes(deps: AppDeps): OpenAPIHono {
  const readiness = sharedRound(readinessProbes(deps));
  const examination = doctorProbes(deps);
  const app = ownApi();
  const { instanceId: instance } = deps.settings;
  app.openapi(alive, (context) => context.json({ ok: true as const, ...(instance && { instance }) }, 200));
  app.openapi(ready, async (context) => {
    const checks = await readiness();
    const { ok, degraded } = readinessOf(checks);
    const answer: ReadyAnswer = { ok, degraded: [...degraded], checks: [...checks] };
    return ok ? context.json(answer, 200) : context.json(answer, 503);
  });
  app.openapi(doctor(deps), async (context) => {
    const checks: Check[] = [];
    for (const probe of examination) checks.push(await check(probe));
    return context.json(answerOf(checks), 200);
  });
  return app;
}

const answerOf = (checks: readonly Check[]): HealthAnswer => ({
  ok: checks.every(({ ok }) => ok),
  checks: [...checks],
});
