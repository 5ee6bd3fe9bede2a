import { randomUUID } from 'node:crypto';
import type { Catalogue } from '../../../src/services/ports';
import { fakeUploads } from '../../fakes/fake-uploads';
import { story } from '../../services/catalogue/sample';
import { publishableOffer } from '../../support/publishable-offer';
import { type ServedApp, serveApp } from '../../support/served-app';
import { shownPackage } from '../../support/shown-package';
import { offerPath } from '../../support/test-app';

const offer = { publisherId: 'contoso', offerId: 'linux-vm' };

export type StockedApp = ServedApp & { readonly publicationId: string };

/** A served app with something at every address: an offer in preview, its publication, operation, token and webhook. */
export async function serveStockedApp(): Promise<StockedApp> {
  const served = await serveApp({ uploads: fakeUploads() });
  const { test, catalogue } = served;
  await test.api('PUT', offerPath, publishableOffer());
  const publicationId = randomUUID();
  await publishInto(catalogue, publicationId);
  return Object.assign(served, { publicationId });
}

async function publishInto(catalogue: Catalogue, publicationId: string): Promise<void> {
  const version = await catalogue.offers.freeze(offer, publicationId, { regions: ['westeurope', 'eastus'] });
  if (version === undefined) throw new Error('no draft was saved');
  const { offerVersion } = version;
  const runId = `${publicationId}-run`;
  await catalogue.publications.open({ publicationId, runId, offer, offerVersion, language: 'en' });
  await catalogue.publications.record({
    publicationId,
    runId,
    firstSequence: 1,
    events: story(publicationId),
  });
  const operation = { operationId: publicationId, kind: 'publish', ...offer, publicationId } as const;
  await catalogue.operations.create({ ...operation, actor: 'api' });
  const { packageDigest } = await catalogue.packages.save(shownPackage());
  await catalogue.offers.setPreview(offer, { offerVersion, packageDigest, publicationId });
}
