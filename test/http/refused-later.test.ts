import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { freshCatalogue, type FreshCatalogue } from '../support/fresh-catalogue';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { publishableOffer } from '../support/publishable-offer';
import { type TestApp, testApp } from '../support/test-app';
import { until } from '../support/until';

let fresh: FreshCatalogue;
let bench: PublicationBench;
let test: TestApp;
let path: string;
beforeEach(async () => {
  fresh = await freshCatalogue();
  // Nobody answers before there is a worker.
  bench = await publicationBench(500);
  const { catalogue } = fresh;
  test = testApp({ catalogue, client: bench.client });
  path = `/api/publishers/${bench.offer.publisherId}/offers/${bench.offer.offerId}`;
  await test.api('PUT', path, { ...publishableOffer(), id: bench.offer.offerId });
});
afterEach(async () => {
  await bench.close();
  await fresh.drop();
});

type Operation = { readonly status: string; readonly messages: readonly { readonly messageHtml: string }[] };

it.each(['golive', 'cancel'])(
  'a %s that was taken while no worker ran has failed once the publication refuses it, and says why',
  async (verb) => {
    await bench.client.publish({ ...bench.offer, notificationEmails: ['ann@contoso.com'] });
    const taken = await test.api('POST', `${path}/${verb}`, {});
    const { operationId, state } = (await taken.json()) as { operationId: string; state: string };
    const look = async (): Promise<Operation> =>
      (await (await test.api('GET', `${path}/operations/${operationId}`)).json()) as Operation;
    const before = await look();
    const { activities } = fakePublicationActivities({ recordProgress: fresh.catalogue.publications.record });

    const after = await bench.withWorker(activities, () =>
      until('the operation has ended', async () => {
        const now = await look();
        return now.status !== 'running' && now;
      }),
    );

    expect([taken.status, state, before.status]).toEqual([202, 'pending', 'running']);
    expect(after.status).toBe('failed');
    expect(after.messages).toMatchObject([
      { level: 'warning', messageHtml: expect.stringMatching(/\w/) as string },
    ]);
  },
);
