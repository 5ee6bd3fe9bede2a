import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import fc from 'fast-check';
import type { PublishInput } from '../../src/client/publish';
import { waitingOf } from '../../src/domain/publication/waiting';
import {
  type FakePublicationActivities,
  fakePublicationActivities,
} from '../fakes/fake-publication-activities';
import { breaches } from '../support/breaches';
import { type Deed, type Sequence, sequence } from '../support/interleavings/sequence';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { historyOf, type KeptHistory, replayProblems } from '../support/replays';
import { isSweep, seedOf } from '../support/seed';
import { unsure, unsureOfDocument } from './scenario';

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

const unsureAnswers = { validate: unsureOfDocument, certify: unsure() };

async function keepsEveryRule(given: Sequence): Promise<KeptHistory> {
  const { offerType, pipeline, unsureIn } = given;
  const fakes = fakePublicationActivities(unsureIn && unsureAnswers[unsureIn], pipeline, offerType);
  const { calls, events } = fakes;
  const bench = await publicationBench();

  const outcome = await play(bench, fakes, given);
  const history = await historyOf(bench.handle());
  await bench.close();

  expect(breaches(events(), pipeline)).toEqual([]);
  expect(events().findLast(({ kind }) => kind === 'ended')).toMatchObject({ outcome });
  expect(calls.filter((call) => call === 'goLiveNow')).toHaveLength(outcome === 'live' ? 1 : 0);
  // Canceled before it was opened, it leaves nothing to take back.
  const isOpened = events().some(({ kind }) => kind === 'opened');
  expect(calls.includes('withdraw')).toBe(isOpened && outcome !== 'live');
  return history;
}

async function play(
  bench: PublicationBench,
  fakes: FakePublicationActivities,
  { offerType, isAddressed, deeds }: Sequence,
): Promise<string> {
  const { activities, logged } = fakes;
  const addressed = isAddressed ? { notificationEmails: ['ann@contoso.com'] } : {};
  const input = { ...bench.offer, offerType, publicationId: randomUUID(), ...addressed };
  await Promise.all([bench.client.publish(input), bench.client.publish(input)]);
  for (const part of betweenRestarts(deeds)) {
    const carriedOut = async (): Promise<void> => {
      for (const deed of part) await carryOut({ bench, fakes, input }, deed);
    };
    await bench.withWorker(activities, carriedOut, 'abruptly');
  }
  return bench.withWorker(activities, () => toTheEnd(bench, logged));
}

type Scene = {
  readonly bench: PublicationBench;
  readonly fakes: FakePublicationActivities;
  readonly input: PublishInput;
};
type Doing = Exclude<Deed, { readonly kind: 'restart' }>;

function betweenRestarts(deeds: readonly Deed[]): readonly (readonly Doing[])[] {
  const parts: Doing[][] = [[]];
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
async function carryOut(scene: Scene, deed: Doing): Promise<void> {
  const { handle } = scene.bench;
  switch (deed.kind) {
    case 'work':
      return untilIdle(handle());
    case 'publish':
      return publishAgain(scene);
    case 'operatorCancel':
      return unlessEnded(handle().cancel());
    case 'message':
      for (let times = deed.twice ? 2 : 1; times > 0; times -= 1)
        await unlessEnded(handle().signal(deed.name, deed.message));
  }
}

/** While it waits for somebody, because what works may end at any moment. */
async function publishAgain({ bench: { client, handle }, fakes: { logged }, input }: Scene): Promise<void> {
  await untilIdle(handle());
  const status = logged();
  if (status === undefined || waitingOf(status) === undefined) return;
  const { kind, publicationId } = await client.publish(input);
  expect([kind, publicationId]).toEqual(['alreadyRunning', input.publicationId]);
}

/** After the end there is nobody to tell. */
const unlessEnded = (told: Promise<unknown>): Promise<void> =>
  told.then(
    () => undefined,
    () => undefined,
  );

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
    if (status && waitingOf(status)?.what === 'address')
      await client.provideNotificationEmails(offer, { actor: 'zoe', emails: ['zoe@contoso.com'] });
    if (status?.steps.some((step) => step.status === 'waitingForApproval'))
      await client.reviewDecision(offer, { actor: `reviewer-${number}`, decision: 'approve' });
  }
  return (await client.result(offer)).outcome;
}
