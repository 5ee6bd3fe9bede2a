import { randomBytes } from 'node:crypto';
import { filesBelow } from '../../src/cli/upload/folder-files';
import { zipOf } from '../../src/cli/upload/zip';
import { sampleApplication, sampleApplicationKey as offer } from '../../src/local/sample/application/offer';
import { samplePackageFolder } from '../../src/local/sample/application/package';
import { openBlobStore } from '../../src/services/blob-storage/blob-store';
import type { BlobStore } from '../../src/services/ports';
import { atSignOff, hasEnded } from '../support/course';
import { halfWay } from '../support/half-way';
import { publisherBlob } from '../support/publisher-blob';
import { violations } from '../support/invariants';
import { openRealSystem } from '../support/real-system';
import { sha256 } from '../support/signed-package';
import { testStack } from '../support/stack';
import { inWorkshop } from '../support/workshop';

it(
  'a worker killed in the middle of reading a package leaves no half of it',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      const noise = { path: 'artifacts/noise.bin', content: randomBytes(64 * 1024 * 1024) };
      const zip = zipOf([...filesBelow(samplePackageFolder), noise]);
      const { sasUrl } = await publisherBlob(zip, {
        endpoint: system.publisher.url,
        type: 'block',
        name: 'site.zip',
      });
      const draft = sampleApplication({ packageUrl: sasUrl, ...system.files.urls });
      await system.catalogue.offers.saveDraft(offer, draft, { actor: 'ann' });
      const half = halfWay([system.publisher], 'readBytes', zip.length);
      const worker = await system.startWorker();
      const publicationId = await system.publish(offer);

      await half.reached;
      await worker.send('SIGKILL');
      expect(half.share()).toBeLessThan(1);
      await system.startWorker();
      half.goOn();
      await system.untilLogged(publicationId, (status) => atSignOff(status) || hasEnded(status));

      const [bound] = await system.catalogue.artefacts.bindings(offer, 1);
      expect(bound?.digest).toBe(sha256(zip));
      const names: string[] = [];
      for await (const { name } of staging().list(`ingest/${publicationId}/`)) names.push(name);
      expect(names).toEqual([]);
      expect(await violations(system)).toEqual([]);
    }),
  900_000,
);

function staging(): BlobStore {
  const { blobUrl, accountKey } = testStack().storage;
  const credential = { accountName: 'staging', accountKey: accountKey('staging') };
  return openBlobStore({ name: 'staging', url: blobUrl('staging'), credential });
}
