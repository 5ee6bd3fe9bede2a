import { isDeepStrictEqual } from 'node:util';
import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { historyFigures, type HistoryFigures, isAboutTask, undisturbed } from '../support/history-figures';
import { oneAfterAnother, untilDigested } from '../support/one-after-another';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { untilStatus } from '../support/until-status';

let benches: PublicationBench[] = [];
afterEach(async () => {
  await Promise.all(benches.map((bench) => bench.close()));
  benches = [];
});

const fourRegions = ['westeurope', 'eastus', 'southeastasia', 'brazilsouth'];

/**
 * What a virtual machine publication costs when nothing coincides: its copies finish one by one, each mail is
 * delivered while nothing else happens, and it goes live by update.
 */
async function figuresFor(regions: readonly string[]): Promise<Figures> {
  const bench = await publicationBench();
  benches.push(bench);
  const turns = oneAfterAnother('replicate', regions);
  const artefacts = [{ artefactId: 'standard/1.0.0/os', kind: 'osDisk' as const }];
  const { activities } = fakePublicationActivities({
    validate: () => Promise.resolve({ verdict: 'passed', findings: [], findingCount: 0, regions, artefacts }),
    async replicate({ region }) {
      await turns.of(region);
      return { region, copiedBytes: 96_000_000, found: 0, copied: 1 };
    },
    async goLiveNow({ publisherId, offerId }) {
      await untilDigested(bench.handle(), 'sendMail', { scheduled: 2, completed: 2 });
      return {
        links: [{ text: 'Azure Marketplace', uri: `http://127.0.0.1/marketplace/${publisherId}/${offerId}` }],
      };
    },
  });
  const offerType = 'microsoft-azure-virtualmachines';
  await bench.client.publish({ ...bench.offer, offerType, notificationEmails: ['ann@contoso.com'] });
  return bench.withWorker(activities, async () => {
    await turns.run(bench.handle());
    await untilStatus(bench, 'waitingForPublisherReview');
    await untilDigested(bench.handle(), 'sendMail', { scheduled: 1, completed: 1 });
    await bench.handle().executeUpdate('goLive', { args: [{ requestId: 'r1', actor: 'ann' }] });
    await bench.handle().result();
    const provisioning = await costOfProvisioning(bench);
    return { ...(await historyFigures(bench.handle())), provisioning };
  });
}

type Figures = HistoryFigures & { readonly provisioning: Provisioning };

/** Events that are not about workflow tasks, and tasks that the worker completed: a busy server may have repeated others. */
type Provisioning = { readonly ownEvents: number; readonly tasks: number };

/** From the first copy scheduled to the last one completed: what comes before and after may coincide or not. */
async function costOfProvisioning(bench: PublicationBench): Promise<Provisioning> {
  const { events } = await bench.handle().fetchHistory();
  const list = events ?? [];
  const isCopy = (id: unknown): boolean => copies.has(String(id));
  const copies = new Set(
    list
      .filter(
        ({ activityTaskScheduledEventAttributes: scheduled }) =>
          scheduled?.activityType?.name === 'replicate',
      )
      .map(({ eventId }) => String(eventId)),
  );
  const first = list.findIndex(({ eventId }) => isCopy(eventId));
  const last = list.findLastIndex(({ activityTaskCompletedEventAttributes: completed }) =>
    isCopy(completed?.scheduledEventId),
  );
  const during = list.slice(first, last);
  return {
    ownEvents: during.filter((event) => !isAboutTask(event)).length,
    tasks: during.filter((event) => event.workflowTaskCompletedEventAttributes).length,
  };
}

const budget = { events: 110, actions: 32, historyBytes: 24 * 1024, largestPayloadBytes: 2048 };

it('stays inside the budget of events, Actions, bytes and payloads', async () => {
  const overBudget = (figures: Figures): readonly string[] =>
    Object.entries(budget).flatMap(([name, most]) => {
      const spent = figures[name as keyof typeof budget];
      return spent > most ? [`${name}: ${spent} of ${most}`] : [];
    });

  const figures = await undisturbed(
    () => figuresFor(fourRegions),
    (one) => overBudget(one).length === 0,
  );

  expect(overBudget(figures)).toEqual([]);
});

it('pays three events, one workflow task and one Action for a further region', async () => {
  const priceOfOneMore = async (): Promise<Price> => {
    const four = await figuresFor(fourRegions);
    const five = await figuresFor([...fourRegions, 'japaneast']);
    return {
      toldTwice: four.toldTwice || five.toldTwice,
      ownEvents: five.provisioning.ownEvents - four.provisioning.ownEvents,
      tasks: five.provisioning.tasks - four.provisioning.tasks,
      actions: five.actions - four.actions,
    };
  };
  const price: Price = { toldTwice: false, ownEvents: 3, tasks: 1, actions: 1 };

  expect(await undisturbed(priceOfOneMore, (found) => isDeepStrictEqual(found, price))).toEqual(price);
});

type Price = Pick<HistoryFigures, 'toldTwice' | 'ownEvents' | 'tasks' | 'actions'>;
