import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import fc from 'fast-check';
import {
  type FakePublicationActivities,
  fakePublicationActivities,
} from '../fakes/fake-publication-activities';
import { breaches } from '../support/breaches';
import { type Deed, type Sequence, sequence } from '../support/interleavings/sequence';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { historyOf, type KeptHistory, replayProblems } from '../support/replays';
import { isSweep, seedOf } from '../support/seed';

/** Side by side, because most of their time is waiting. */
const atOnce = 5;
const rounds = isSweep ? 100 : 5;

it(
  'keeps every rule on a real server, whatever is done and however often its worker is replaced',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(sequence, { minLength: atOnce, maxLength: atOnce }), async (sequences) => {
        const histories = await Promise.all(sequences.map(keepsEveryRule));
        expect(await replayProblems(histories)).toEqual([]);
      }),
      // Shrinking would repeat whole lives for hours, and hide what failed behind the time limit.
      { numRuns: rounds, endOnFailure: true, seed: seedOf('interleavings') },
    ),
  rounds * 400_000,
);

async function keepsEveryRule({ pipeline, deeds }: Sequence): Promise<KeptHistory> {
  const fakes = fakePublicationActivities({}, pipeline);
  const { calls, events } = fakes;
  const bench = await publicationBench();

  const outcome = await play(bench, fakes, deeds);
  const history = await historyOf(bench.handle());
  await bench.close();

  expect(breaches(events(), pipeline)).toEqual([]);
  expect(events().findLast(({ kind }) => kind === 'ended')).toMatchObject({ outcome });
  expect(calls.filter((call) => call === 'goLiveNow')).toHaveLength(outcome === 'live' ? 1 : 0);
  expect(calls.includes('withdraw')).toBe(outcome !== 'live');
  return history;
}

async function play(
  bench: PublicationBench,
  { activities, logged }: FakePublicationActivities,
  deeds: readonly Deed[],
): Promise<string> {
  const input = { ...bench.offer, publicationId: randomUUID(), notificationEmails: ['ann@contoso.com'] };
  await Promise.all([bench.client.publish(input), bench.client.publish(input)]);
  for (const part of betweenRestarts(deeds)) {
    const carriedOut = async (): Promise<void> => {
      for (const deed of part) await carryOut(bench, deed);
    };
    await bench.withWorker(activities, carriedOut, 'abruptly');
  }
  return bench.withWorker(activities, () => toTheEnd(bench, logged));
}

function betweenRestarts(deeds: readonly Deed[]): readonly (readonly Deed[])[] {
  const parts: Deed[][] = [[]];
  for (const deed of deeds) {
    if (deed.kind === 'restart') parts.push([]);
    else parts.at(-1)?.push(deed);
  }
  return parts;
}

/**
 * Signals do not wait for an answer; `work` waits until everything that came before is worked on. Nobody queries the
 * run: see "A wedged run" in docs/OPERATIONS.md; `queries.test.ts` does.
 */
async function carryOut({ handle }: PublicationBench, deed: Deed): Promise<void> {
  if (deed.kind !== 'message') {
    await untilIdle(handle());
    return;
  }
  const send = (): Promise<void> =>
    // After the end there is nobody to tell.
    handle()
      .signal(deed.name, deed.message)
      .catch(() => undefined);
  await send();
  if (deed.twice) await send();
}

async function untilIdle(handle: WorkflowHandle): Promise<void> {
  while ((await handle.describe()).raw.pendingWorkflowTask) await pause(20);
}

/** Whatever is still needed is given, by people who have not spoken yet. */
async function toTheEnd(
  { client, offer, handle }: PublicationBench,
  logged: FakePublicationActivities['logged'],
): Promise<string> {
  for (let number = 0; (logged()?.endedAt ?? null) === null; number += 1) {
    await untilIdle(handle());
    await pause(20);
    const status = logged();
    if (status?.goLive.notBefore !== undefined && !status.goLive.approved)
      await client.withdrawGoLive(offer, { actor: 'zoe' });
    if (status?.status === 'waitingForPublisherReview')
      await client.goLive(offer, { actor: `voter-${number}` });
    if (status?.steps.some((step) => step.status === 'waitingForApproval'))
      await client.reviewDecision(offer, { actor: `reviewer-${number}`, decision: 'approve' });
  }
  return (await client.result(offer)).outcome;
}
