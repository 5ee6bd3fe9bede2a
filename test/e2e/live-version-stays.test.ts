import type { OfferDocument } from '../../src/domain/offer/document';
import { sampleOffer } from '../../src/local/sample/offer';
import { artefactsIn } from '../support/blob-bytes';
import { atSignOff, hasEnded, seeThrough } from '../support/course';
import { violations } from '../support/invariants';
import { contentOf, previewOf, productPaths, type Shown, shownAt } from '../support/invariants/shown-pages';
import { leadTable, openRealSystem, type RealSystem, uploadFiles } from '../support/real-system';
import { inWorkshop } from '../support/workshop';

const image = { dataMebibytes: 1 };
const newTitle = 'Contoso Linux, second edition';

it(
  'leaves the live version as it is while the next one is in preview and when that is canceled, until the next one goes live',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop, image);
      const { catalogue, client, offer } = system;
      await Promise.all([system.startApi(), system.startWorker()]);
      await seeThrough(system, await system.publish());
      const live = await whatIsLive(system);

      await catalogue.offers.saveDraft(offer, await nextVersion(system), { actor: 'ann' });
      const canceled = await system.publish();
      await system.untilLogged(canceled, atSignOff);
      const besidePreview = await whatIsLive(system);
      const preview = await manifestOfPreview(system);
      await client.cancel(offer, { actor: 'ann' });
      await client.result(offer);
      await system.untilLogged(canceled, hasEnded);
      const afterCancel = await whatIsLive(system);

      const second = await system.publish();
      await system.untilLogged(second, atSignOff);
      const previewAgain = await manifestOfPreview(system);
      await seeThrough(system, second);
      const replaced = await whatIsLive(system);

      expect(live.page).not.toContain(newTitle);
      expect(live.slot).toMatchObject({ version: 1 });
      expect(live.blobs).toHaveLength(2 + 1 + 3);
      expect(besidePreview).toEqual(live);
      expect(afterCancel).toEqual(live);
      expect(preview.artefacts).not.toEqual(live.manifest.artefacts);
      expect(replaced.slot).toMatchObject({ version: 3 });
      expect(replaced.page).toContain(newTitle);
      expect(replaced.manifest).toEqual(previewAgain);
      expect(replaced.manifest.artefacts.map(({ digest }) => digest)).toEqual(
        preview.artefacts.map(({ digest }) => digest),
      );
      expect(await violations(system)).toEqual([]);
    }),
  900_000,
);

/** Another image and another title. */
async function nextVersion(system: RealSystem): Promise<OfferDocument> {
  const { urls } = await uploadFiles(system, image);
  const draft = sampleOffer({ ...urls, leadTable: leadTable(), version: '1.1.0' });
  return JSON.parse(JSON.stringify(draft).replaceAll('Contoso Linux Web Server', newTitle)) as OfferDocument;
}

type Manifest = {
  readonly regions: readonly string[];
  readonly artefacts: readonly { readonly digest: string }[];
  readonly images: readonly { readonly digest: string }[];
};

/** All that customers and the API get of the live version; an ETag tells of each blob whether anybody has touched it. */
async function whatIsLive(system: RealSystem) {
  const { publisherId, offerId } = system.offer;
  const [path = ''] = await productPaths(system, system.offer);
  const manifest = await manifestAt(system, `${path}/manifest.json`);
  const artefacts = manifest.artefacts.map(({ digest }) => digest);
  const places = [
    ...manifest.regions.flatMap((region) => artefacts.map((digest) => [region, digest] as const)),
    ...[...artefacts, ...manifest.images.map(({ digest }) => digest)].map(
      (digest) => ['staging', digest] as const,
    ),
  ];
  return {
    page: contentOf((await shownAt(system, path)).text, path),
    manifest,
    slot: withoutStatus(
      await shownAt(system, `/api/publishers/${publisherId}/offers/${offerId}/slot/Production`),
    ),
    blobs: await Promise.all(
      places.map(async ([account, digest]) => {
        const { etag } = await artefactsIn(account).getBlobClient(digest).getProperties();
        return [account, digest, etag];
      }),
    ),
  };
}

/** The offer's status, which stands in the answer, is the next version's. */
function withoutStatus({ text }: Shown): object {
  const { status: _, ...slot } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return slot;
}

async function manifestOfPreview(system: RealSystem): Promise<Manifest> {
  const preview = await previewOf(system, system.offer);
  return manifestAt(system, `${preview?.path}/manifest.json${preview?.query}`);
}

async function manifestAt(system: RealSystem, path: string): Promise<Manifest> {
  const { status, text } = await shownAt(system, path);
  expect(status).toBe(200);
  return (JSON.parse(text) as { readonly manifest: Manifest }).manifest;
}
