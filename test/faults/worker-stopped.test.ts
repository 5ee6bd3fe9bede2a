import { countBytes } from '../../src/domain/replication/page-ranges';
import { seeThrough } from '../support/course';
import { halfWay } from '../support/half-way';
import { violations } from '../support/invariants';
import { openRealSystem } from '../support/real-system';
import { regionNames } from '../support/system-parts';
import { inWorkshop } from '../support/workshop';

const patience = 900_000;

it(
  'a data worker told to stop in the middle of a copy journals it and ends in order; the next one goes on there',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop, { dataMebibytes: 160 });
      const { catalogue, files, offer } = system;
      const regions = Object.values(system.regions);
      const half = halfWay(regions, 'writtenBytes', regions.length * files.dataBytes);
      await system.startWorker('control');
      const worker = await system.startWorker('data');
      const publicationId = await system.publish();

      await half.reached;
      // Work is told to stop after a time of grace, in which this copy would be over if it were not held up.
      const exit = await worker.send('SIGTERM');
      const share = half.share();
      half.goOn();
      const [disk] = await catalogue.artefacts.bindings(offer, 1);
      const replicas = await Promise.all(
        regionNames.map((region) => catalogue.replicas.find(disk?.digest ?? '', region)),
      );
      const journaled = replicas.map((replica) => countBytes(replica?.journal ?? []));
      await system.startWorker('data');
      const { outcome } = await seeThrough(system, publicationId);

      expect(exit).toEqual({ code: 0, signal: null });
      expect(share).toBeLessThan(1);
      expect(Math.max(...journaled)).toBeGreaterThan(files.dataBytes / 4);
      expect(outcome).toBe('live');
      for (const { traffic } of regions) {
        expect(traffic.writtenBytes / files.dataBytes).toBeLessThanOrEqual(1.03);
      }
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);
