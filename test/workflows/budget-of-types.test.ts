import { isDeepStrictEqual } from 'node:util';
import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { everyType, type TypeRow } from '../support/every-type';
import { type HistoryFigures, historyFigures, undisturbed } from '../support/history-figures';
import { besideNoMail, untilNothingMoves } from '../support/mails-digested';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { untilStatus } from '../support/until-status';

let benches: PublicationBench[] = [];
afterEach(async () => {
  await Promise.all(benches.map((bench) => bench.close()));
  benches = [];
});

/** Live, one artefact in one region, everything one after the other, decisions by update. */
async function figuresOf({ pipeline, offerType }: TypeRow): Promise<HistoryFigures> {
  const { activities } = fakePublicationActivities(
    {
      validate: () =>
        Promise.resolve({
          verdict: 'passed',
          findings: [],
          findingCount: 0,
          regions: ['westeurope'],
          artefacts: pipeline.steps.some(({ stages }) => stages.includes('certify'))
            ? [{ artefactId: 'standard/1.0.0/os', kind: 'osDisk' }]
            : [],
        }),
    },
    pipeline,
    offerType,
  );
  const bench = await publicationBench();
  benches.push(bench);
  await bench.client.publish({ ...bench.offer, offerType, notificationEmails: ['ann@contoso.com'] });
  return bench.withWorker(besideNoMail(activities, bench.handle), async () => {
    for (const stage of pipeline.steps.flatMap(({ stages }) => stages)) {
      if (stage === 'review') {
        await untilStatus(bench, ({ steps }) => steps.some(({ status }) => status === 'waitingForApproval'));
        await decide(bench, 'reviewDecision', { requestId: 'r2', actor: 'rita', decision: 'approve' });
      }
      if (stage === 'signOff') {
        await untilStatus(bench, 'waitingForPublisherReview');
        await decide(bench, 'goLive', { requestId: 'r1', actor: 'ann' });
      }
    }
    await bench.handle().result();
    return historyFigures(bench.handle());
  });
}

async function decide(bench: PublicationBench, name: string, message: object): Promise<void> {
  await untilNothingMoves(bench.handle());
  await bench.handle().executeUpdate(name, { args: [message] });
}

type Cost = { readonly actions: number; readonly ownEvents: number; readonly tasks: number };

/**
 * What one publication costs, by row of the table: Actions, events that are not about workflow tasks, and such tasks when
 * nothing coincides. A number that changes is a decision.
 */
const golden: Readonly<Record<string, Cost>> = {
  virtualmachines: { actions: 26, ownEvents: 52, tasks: 16 },
  applications: { actions: 32, ownEvents: 65, tasks: 18 },
  'applications-managed': { actions: 32, ownEvents: 65, tasks: 18 },
  'staged-offer-virtual-machine': { actions: 32, ownEvents: 67, tasks: 19 },
  'staged-offer-developer-service': { actions: 30, ownEvents: 63, tasks: 18 },
  'staged-offer-data-service': { actions: 30, ownEvents: 63, tasks: 18 },
  'staged-offer-solution-template': { actions: 30, ownEvents: 63, tasks: 18 },
  'consulting-services': { actions: 31, ownEvents: 64, tasks: 18 },
};

/** A busy server splits what a quiet one does in one task. */
const mostSplits = 3;

it.each(everyType.map((row) => [row.name, row] as const))(
  '%s costs exactly the events and Actions that it should, in no more tasks than it may, and stays small',
  async (name, row) => {
    const { tasks: mostTasks, ...exact } = golden[name] ?? { tasks: 0 };
    const isExact = ({ actions, ownEvents }: HistoryFigures): boolean =>
      isDeepStrictEqual({ actions, ownEvents }, exact);

    const { ownEvents, tasks, actions, historyBytes, largestPayloadBytes } = await undisturbed(
      () => figuresOf(row),
      (figures) => isExact(figures) && figures.tasks <= mostTasks + mostSplits,
    );

    expect({ actions, ownEvents }).toEqual(exact);
    expect(tasks).toBeLessThanOrEqual(mostTasks + mostSplits);
    expect(historyBytes).toBeLessThanOrEqual(26 * 1024);
    expect(largestPayloadBytes).toBeLessThanOrEqual(2048);
  },
);
