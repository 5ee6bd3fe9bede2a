import type { PublicationFact } from '../../../../src/domain/publication/events';
import type { StepStatus } from '../../../../src/domain/publication/status';
import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { offer, openSample, story } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const step = (id: string, status: StepStatus): PublicationFact => ({ kind: 'stepChanged', step: id, status });

/** A publication whose certification took so many seconds, and which then failed. */
async function published(publicationId: string, seconds: number): Promise<void> {
  const { publications } = fresh.catalogue;
  const of = { ...offer, offerId: `offer-${publicationId}` };
  await openSample(fresh.catalogue, publicationId, { of });
  const facts = [
    step('displaycertify', 'inProgress'),
    step('displaycertify', 'complete'),
    step('displayprovision', 'inProgress'),
    step('displayprovision', 'blocked'),
    { kind: 'ended', outcome: 'failed' } as const,
  ];
  const [begin, ...rest] = story(publicationId, ...facts);
  const events = [begin!, ...rest].map((event, index) => ({
    ...event,
    ...(event.kind === 'started' ? of : {}),
    at: new Date(Date.UTC(2030, 0, 1, 0, 0, index < 3 ? 0 : seconds)).toISOString(),
  }));
  await publications.record({ publicationId, runId: `${publicationId}-run`, firstSequence: 1, events });
}

it('tells median, fastest and number of completed steps, and nothing of steps that failed', async () => {
  await published('p1', 10);
  await published('p2', 40);
  await published('p3', 20);

  const history = await fresh.catalogue.stepHistory.of('microsoft-azure-virtualmachines');

  expect([...history]).toEqual([['displaycertify', { medianMs: 20_000, fastestMs: 10_000, count: 3 }]]);
});

it('knows nothing before the first publication', async () => {
  expect((await fresh.catalogue.stepHistory.of('microsoft-azure-virtualmachines')).size).toBe(0);
});
