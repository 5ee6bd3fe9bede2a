import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { everyType, type TypeRow } from '../support/every-type';
import { type HistoryFigures, historyFigures } from '../support/history-figures';
import { besideNoMail, untilNothingMoves } from '../support/mails-digested';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { untilStatus } from '../support/until-status';

jest.setTimeout(120_000);

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
});
afterEach(() => bench.close());

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
  await bench.client.publish({ ...bench.offer, offerType, notificationEmails: ['ann@contoso.com'] });
  return bench.withWorker(besideNoMail(activities, bench.handle), async () => {
    for (const stage of pipeline.steps.flatMap(({ stages }) => stages)) {
      if (stage === 'review') {
        await untilStatus(bench, ({ steps }) => steps.some(({ status }) => status === 'waitingForApproval'));
        await decide('reviewDecision', { requestId: 'r2', actor: 'rita', decision: 'approve' });
      }
      if (stage === 'signOff') {
        await untilStatus(bench, 'waitingForPublisherReview');
        await decide('goLive', { requestId: 'r1', actor: 'ann' });
      }
    }
    await bench.handle().result();
    return historyFigures(bench.handle());
  });
}

async function decide(name: string, message: object): Promise<void> {
  await untilNothingMoves(bench.handle());
  await bench.handle().executeUpdate(name, { args: [message] });
}

/**
 * What one publication costs, by row of the table: Actions exactly, and the most events: what coincides saves
 * three, what a busy server splits costs three. A number that changes is a decision.
 */
const golden: Readonly<Record<string, { readonly actions: number; readonly mostEvents: number }>> = {
  virtualmachines: { actions: 26, mostEvents: 100 },
  applications: { actions: 32, mostEvents: 121 },
  'applications-managed': { actions: 32, mostEvents: 121 },
  'staged-offer-virtual-machine': { actions: 32, mostEvents: 126 },
  'staged-offer-developer-service': { actions: 30, mostEvents: 119 },
  'staged-offer-data-service': { actions: 30, mostEvents: 119 },
  'staged-offer-solution-template': { actions: 30, mostEvents: 119 },
  'consulting-services': { actions: 31, mostEvents: 120 },
};

it.each(everyType.map((row) => [row.name, row] as const))(
  '%s costs no more events and Actions than it should, and stays small',
  async (name, row) => {
    const { events, actions, historyBytes, largestPayloadBytes } = await figuresOf(row);

    expect(actions).toBe(golden[name]?.actions);
    expect(events).toBeLessThanOrEqual(golden[name]?.mostEvents ?? 0);
    expect(historyBytes).toBeLessThanOrEqual(26 * 1024);
    expect(largestPayloadBytes).toBeLessThanOrEqual(2048);
  },
);
