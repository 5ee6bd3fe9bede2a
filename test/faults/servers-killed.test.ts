import { pipelineOf } from '../../src/domain/publication/pipelines';
import { atSignOff, goLive, hasEnded, seeThrough, untilClosed } from '../support/course';
import { violations } from '../support/invariants';
import { ownPostgres, ownTemporal, postgresStop } from '../support/own-server';
import { openRealSystem } from '../support/real-system';
import { type Dice, dice } from '../support/seed';
import { inWorkshop } from '../support/workshop';

const patience = 900_000;
const steps = pipelineOf('microsoft-azure-virtualmachines', 'publish')?.steps ?? [];
const beforeSignOff = steps.slice(0, -2).map(({ id }) => id);

/** One of the steps that run without a person. */
const anyStep = ({ number }: Dice): string => beforeSignOff[number(beforeSignOff.length)] ?? '';

it.concurrent(
  'a Temporal server killed at work and right after a sign-off comes back with both',
  () =>
    inWorkshop(async (workshop) => {
      const killedIn = anyStep(dice('Temporal server killed'));
      const server = await ownTemporal(workshop);
      const system = await openRealSystem(workshop, { temporalAddress: server.address });
      const { offer, untilLogged } = system;
      await system.startWorker();

      const publicationId = await system.publish();
      await untilLogged(publicationId, ({ steps: shown }) =>
        shown.some(({ id, status }) => id === killedIn && status !== 'notStarted'),
      );
      await server.send('SIGKILL');
      await server.start();
      await untilLogged(publicationId, atSignOff);
      await goLive(system, offer);
      await server.send('SIGKILL');
      await server.start();
      const { outcome } = await untilClosed(system, offer);

      expect(outcome).toBe('live');
      expect(await untilLogged(publicationId, hasEnded)).toMatchObject({ outcome });
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);

it.concurrent(
  'a PostgreSQL that is stopped at once and started again has lost nothing that was answered',
  () =>
    inWorkshop(async (workshop) => {
      const stoppedIn = anyStep(dice('PostgreSQL stopped'));
      const server = await ownPostgres(workshop);
      const system = await openRealSystem(workshop, { databaseServer: server.url });
      await system.startWorker();

      const publicationId = await system.publish();
      await system.untilLogged(publicationId, ({ steps: shown }) =>
        shown.some(({ id, status }) => id === stoppedIn && status !== 'notStarted'),
      );
      await server.send(postgresStop.immediate);
      await server.start();
      const { outcome } = await seeThrough(system, publicationId);

      expect(outcome).toBe('live');
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);
