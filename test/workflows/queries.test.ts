import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pipelineOf } from '../../src/domain/publication/pipelines';
import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { historyOf, replayProblems } from '../support/replays';
import { dice } from '../support/seed';
import { untilStatus } from '../support/until-status';

const atOnce = 8;
const chance = dice('queries while events arrive');
let answered = 0;

let benches: PublicationBench[] = [];
afterEach(async () => {
  await Promise.all(benches.map((bench) => bench.close()));
  benches = [];
});

it('can be continued by another worker, however often it was looked at while it told its log', async () => {
  benches = await Promise.all(Array.from({ length: atOnce }, () => publicationBench()));

  await Promise.all(benches.map(liveWhileLookedAt));

  const histories = await Promise.all(benches.map((bench) => historyOf(bench.handle())));
  expect(answered).toBeGreaterThan(atOnce);
  await expect(replayProblems(histories)).resolves.toEqual([]);
});

/** Records, answers and looks coincide in every way, because each takes about as long as the others. */
async function liveWhileLookedAt(bench: PublicationBench): Promise<void> {
  const pause = (): Promise<void> => sleep(chance.number(40));
  const { activities } = fakePublicationActivities(
    { recordProgress: pause, recordDecision: pause, withdraw: pause, sendMail: pause },
    pipelineOf('microsoft-azure-applications', 'publish'),
  );
  await bench.client.publish({
    ...bench.offer,
    publicationId: randomUUID(),
    notificationEmails: ['ann@contoso.com'],
  });
  await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    await bench.handle().signal('goLive', { requestId: 'r1', actor: 'ann' });
    await untilStatus(bench, (status) => status.steps.some((step) => step.status === 'waitingForApproval'));
    for (let n = 0; n < 6; n += 1) {
      await bench
        .handle()
        .signal('reviewDecision', { requestId: `r${n}`, actor: 'rita', decision: 'requestChanges' })
        .catch(() => undefined);
      // A look that a busy worker leaves unanswered was one all the same.
      await bench.client.status(bench.offer).then(
        () => (answered += 1),
        () => undefined,
      );
    }
    await bench.client.result(bench.offer);
  });
}
