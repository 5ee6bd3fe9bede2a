import { Client } from 'pg';
import type { PublicationStatus } from '../../src/domain/publication/status';
import { workflowIdOf } from '../../src/domain/offer/ids';
import { atSignOff, goLive, seeThrough } from '../support/course';
import { openRealSystem, type RealSystem } from '../support/real-system';
import { dropDatabase, databaseBeside, newDatabaseName, testStack } from '../support/stack';
import { until } from '../support/until';
import { inWorkshop, type Workshop } from '../support/workshop';

const patience = 900_000;

const hasBegun = ({ offerVersion }: PublicationStatus): boolean => offerVersion !== null;

it.concurrent.each([
  ['before its run began', false],
  ['in the middle of its run', true],
] as const)(
  'an offer whose catalogue was restored to a state %s goes live once its run is terminated and it is published again',
  (_when, isKnown) =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      const { catalogue, offer, temporal, untilLogged } = system;
      await system.startWorker();
      const before = isKnown ? undefined : await backup(workshop, system);
      const lost = await system.publish();
      await untilLogged(lost, hasBegun);
      const restore = before ?? (await backup(workshop, system));
      await untilLogged(lost, atSignOff);

      await restore();
      await goLive(system, offer);
      await until('the log refuses what the run tells', async () =>
        (await failures(system)).includes('LogGapError'),
      );
      await temporal.workflow.getHandle(workflowIdOf(offer)).terminate('its catalogue is older');
      const { outcome } = await seeThrough(system, await system.publish());

      expect(outcome).toBe('live');
      const slots = await catalogue.offers.slots(offer);
      expect(slots.map(({ slot }) => slot)).toContain('Production');
      expect((await catalogue.publications.find(lost))?.status.outcome).toBe(
        isKnown ? 'canceled' : undefined,
      );
    }),
  patience,
);

/** Why the activities that the run waits for have failed so far. */
async function failures({ temporal, offer }: RealSystem): Promise<readonly unknown[]> {
  const { raw } = await temporal.workflow.getHandle(workflowIdOf(offer)).describe();
  return (raw.pendingActivities ?? []).map(({ lastFailure }) => lastFailure?.applicationFailureInfo?.type);
}

/** Copies the catalogue as it is now; returns how to put that in its place. */
async function backup(workshop: Workshop, { databaseUrl }: RealSystem): Promise<() => Promise<void>> {
  const original = new URL(databaseUrl).pathname.slice(1);
  const saved = newDatabaseName();
  workshop.atEnd(() => dropDatabase(databaseBeside(databaseUrl, saved)));
  await alone(original, [`create database ${saved} template ${original}`]);
  return () =>
    alone(original, [`drop database ${original}`, `create database ${original} template ${saved}`]);
}

/** Does something about a database while nobody is connected to it, and lets everybody come back. */
async function alone(name: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: testStack().databaseUrl });
  await client.connect();
  try {
    await client.query(`alter database ${name} allow_connections false`);
    await client.query('select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = $1', [
      name,
    ]);
    for (const statement of statements) await client.query(statement);
    await client.query(`alter database ${name} allow_connections true`);
  } finally {
    await client.end();
  }
}
