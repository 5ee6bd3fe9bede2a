import { randomUUID } from 'node:crypto';
import type { Catalogue } from '../../../src/services/ports';
import { fakeUploads } from '../../fakes/fake-uploads';
import { story } from '../../services/catalogue/sample';
import { publicationAt } from '../../support/publication-at';
import { publishableOffer } from '../../support/publishable-offer';
import { type ServedApp, serveApp } from '../../support/served-app';
import { shownPackage } from '../../support/shown-package';
import { offerPath } from '../../support/test-app';
import { until } from '../../support/until';

const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
const publisher = '/api/publishers/contoso';

/** Ids that exist, by the name of the parameter that takes them. */
export type Ids = Readonly<Record<string, readonly string[]>>;

export type StockedApp = ServedApp & {
  readonly known: Ids;
  /** Of what may be removed, so that the rest stays for whatever else is asked about it. */
  readonly doomed: Ids;
  readonly reviewersToken: string;
};

/** A served app with something at every address: an offer in preview and review, and whatever has an id beside it. */
export async function serveStockedApp(): Promise<StockedApp> {
  const served = await serveApp({ uploads: fakeUploads() });
  const make = making(served);
  await served.test.api('PUT', offerPath, publishableOffer());
  const [first, second] = [await idsFrom(make), await idsFrom(make)];
  const publicationId = randomUUID();
  await publishInto(served.catalogue, publicationId);
  // What a run would answer to messages: it is in review.
  served.test.publish({ ...publicationAt('inReview'), publicationId });
  const threadId = await make(`${offerPath}/review/threads`, { text: 'Why?' }, 'threadId');
  const reviewersToken = await make(`${publisher}/tokens`, { name: 'rita', role: 'Reviewer' }, 'token');
  const ofOffer = { publicationId, publication: publicationId, operationId: publicationId, threadId };
  const version = { version: '1', key: 'contoso$linux-vm$1$preview' };
  const deliveryId = await deliveryOf(served.catalogue, first.webhookId);
  const known = listed({ ...offer, ...ofOffer, ...version, ...first, deliveryId });
  return Object.assign(served, { known, doomed: listed(second), reviewersToken });
}

const listed = (ids: Readonly<Record<string, string>>): Ids =>
  Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, [id]]));

type Make = (path: string, body: object, id: string) => Promise<string>;

/** Makes something by the API and returns its id. */
const making =
  ({ test }: ServedApp): Make =>
  async (path, body, id) => {
    const answer = await test.api('POST', path, body);
    const made = (await answer.json()) as Readonly<Record<string, unknown>>;
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${JSON.stringify(made)}`);
    return String(made[id]);
  };

async function idsFrom(make: Make) {
  const granted = { ruleId: 'vm.guest.bash-history', reason: 'Why', until: tomorrow() };
  return {
    tokenId: await make(`${publisher}/tokens`, { name: randomUUID(), role: 'Owner' }, 'tokenId'),
    webhookId: await make(`${publisher}/webhooks`, { url: 'https://example.com/' + randomUUID() }, 'id'),
    exceptionId: await make(`${publisher}/exceptions`, granted, 'exceptionId'),
  };
}

const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString();

const deliveryOf = ({ webhooks, webhookQueue }: Catalogue, webhookId: string): Promise<string> =>
  until('a delivery is made', async () => {
    await webhookQueue.fill(100);
    const [delivery] = await webhooks.deliveries(webhookId, { limit: 1 });
    return delivery?.deliveryId;
  });

async function publishInto(
  { offers, publications, operations, packages, reviews }: Catalogue,
  publicationId: string,
): Promise<void> {
  const version = await offers.freeze(offer, publicationId, { regions: ['westeurope', 'eastus'] });
  if (version === undefined) throw new Error('no draft was saved');
  const { offerVersion, offerType } = version;
  const runId = `${publicationId}-run`;
  await publications.open({ publicationId, runId, offer, offerVersion, language: 'en' });
  await publications.record({ publicationId, runId, firstSequence: 1, events: story(publicationId) });
  const operation = { operationId: publicationId, kind: 'publish', ...offer, publicationId } as const;
  await operations.create({ ...operation, actor: 'api' });
  const { packageDigest } = await packages.save(shownPackage());
  await offers.setPreview(offer, { offerVersion, packageDigest, publicationId });
  const about = { ...offer, publicationId, offerVersion, packageDigest, reportIds: [], changes: [] };
  const words = { title: 'Linux', certificationNotes: 'Notes', signedOffBy: ['ann@contoso'] };
  const times = { dueAt: '2027-01-01T00:00:00.000Z', askedAt: '2026-01-01T00:00:00.000Z' };
  await reviews.open({ ...about, ...words, ...times, offerType, step: 'displaycertify', board: 'own' });
}
