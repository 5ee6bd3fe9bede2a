import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { freshCatalogue, type FreshCatalogue } from '../support/fresh-catalogue';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { publishableOffer } from '../support/publishable-offer';
import { type TestApp, testApp } from '../support/test-app';
import { until } from '../support/until';

let fresh: FreshCatalogue;
let bench: PublicationBench;
beforeEach(async () => {
  fresh = await freshCatalogue();
  bench = await publicationBench();
});
afterEach(async () => {
  await bench.close();
  await fresh.drop();
});

/** A process that dies when Temporal has its message and the catalogue has no operation of it. */
function dying(): TestApp {
  const create = async (): Promise<never> => Promise.reject(new Error('killed here'));
  const operations = { ...fresh.catalogue.operations, create };
  return testApp({ catalogue: { ...fresh.catalogue, operations }, client: bench.client });
}

/** What there is when it is all of these kinds, oldest first. */
const operationsAre = async (kinds: readonly string[]): Promise<boolean> => {
  const all = await fresh.catalogue.operations.listOf(bench.offer);
  return all.map(({ kind }) => kind).toString() === kinds.toReversed().toString();
};

it.each([
  ['golive', 'goLive'],
  ['cancel', 'cancel'],
])(
  'a publish and a %s by forms are operations although the process died before it wrote them, and repeated they stay one each',
  async (verb, kind) => {
    const { publisherId, offerId } = bench.offer;
    const path = `/publishers/${publisherId}/offers/${offerId}`;
    const living = testApp({ catalogue: fresh.catalogue, client: bench.client });
    await living.api('PUT', `/api${path}`, { ...publishableOffer(), id: offerId });
    const { etag = '' } = (await fresh.catalogue.offers.find(bench.offer)) ?? {};
    const idOn = async (page: string): Promise<string> =>
      /name="requestId" value="([^"]+)"/.exec(await (await living.browse(`${path}/${page}`)).text())?.[1] ??
      '';
    const requestId = await idOn('editor?publish');
    const form = { etag, requestId, emails: 'ann@contoso.com' };
    const { activities } = fakePublicationActivities({ recordProgress: fresh.catalogue.publications.record });
    const found = async () => fresh.catalogue.publications.find(requestId);

    const answers = await bench.withWorker(activities, async () => {
      const published = await dying().browse(`${path}/editor/publish`, form);
      await until('the publish is told', () => operationsAre(['publish']));
      await until('sign-off', async () => (await found())?.status.status === 'waitingForPublisherReview');
      const message = { publication: requestId, requestId: await idOn(`${verb}/confirm`) };
      const sent = await dying().browse(`${path}/${verb}`, message);
      await until('the message is told', () => operationsAre(['publish', kind]));
      const again = await living.browse(`${path}/${verb}`, message);
      await until('the end', async () => (await found())?.status.endedAt !== null);
      return [published, sent, again, await living.browse(`${path}/editor/publish`, form)];
    });

    expect(answers.map(({ status }) => status)).toEqual([500, 500, 200, 303]);
    expect(await fresh.catalogue.publications.listOf(bench.offer)).toHaveLength(1);
    expect(await fresh.catalogue.operations.listOf(bench.offer)).toMatchObject([
      { kind, publicationId: requestId, actor: 'api', state: 'succeeded' },
      { operationId: requestId, kind: 'publish', actor: 'api', state: 'succeeded' },
    ]);
  },
);
