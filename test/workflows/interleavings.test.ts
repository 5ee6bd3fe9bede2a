import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import fc from 'fast-check';
import type { PublishInput } from '../../src/client/publish';
import { workflowIdOf } from '../../src/domain/offer/ids';
import { waitingOf } from '../../src/domain/publication/waiting';
import type { publication } from '../../src/workflows/publication';
import { activitiesOfMany } from '../fakes/activities-of-many';
import {
  type FakePublicationActivities,
  fakePublicationActivities,
} from '../fakes/fake-publication-activities';
import { breaches } from '../support/breaches';
import { type Deed, type Sequence, sequence } from '../support/interleavings/sequence';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { historyOf, replayProblems } from '../support/replays';
import { isSweep, seedOf } from '../support/seed';
import { unsure, unsureOfDocument } from './scenario';

/** Side by side, because most of their time is waiting, and on one worker, which costs more than all it works on. */
const atOnce = 25;
const rounds = isSweep ? 20 : 2;

it(
  'keeps every rule on a real server, whatever is done and however often its worker is replaced',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(sequence, { minLength: atOnce, maxLength: atOnce }), async (sequences) => {
        const bench = await publicationBench();
        const lives = sequences.map((given, number) => lifeOf(bench, given, number));

        await liveThrough(bench, lives);
        await Promise.all(lives.map(keepsEveryRule));
        const histories = await Promise.all(lives.map(({ handle }) => historyOf(handle)));
        await bench.close();

        expect(await replayProblems(histories)).toEqual([]);
      }),
      // Shrinking would repeat whole lives for hours, and hide what failed behind the time limit.
      { numRuns: rounds, endOnFailure: true, seed: seedOf('interleavings') },
    ),
  rounds * 1_000_000,
);

const unsureAnswers = { validate: unsureOfDocument, certify: unsure() };

/** One publication, from its start to its end. */
type Life = {
  readonly given: Sequence;
  readonly client: PublicationBench['client'];
  readonly handle: WorkflowHandle<typeof publication>;
  readonly fakes: FakePublicationActivities;
  readonly input: PublishInput & { readonly publicationId: string };
  /** What is done between one restart and the next. */
  readonly parts: readonly (readonly Doing[])[];
};

function lifeOf({ client, temporal, offer }: PublicationBench, given: Sequence, number: number): Life {
  const { offerType, pipeline, unsureIn, isAddressed, deeds } = given;
  const own = { publisherId: offer.publisherId, offerId: `${offer.offerId}-${number}` };
  const addressed = isAddressed ? { notificationEmails: ['ann@contoso.com'] } : {};
  return {
    given,
    client,
    handle: temporal.workflow.getHandle<typeof publication>(workflowIdOf(own)),
    fakes: fakePublicationActivities(unsureIn && unsureAnswers[unsureIn], pipeline, offerType),
    input: { ...own, offerType, publicationId: randomUUID(), ...addressed },
    parts: betweenRestarts(deeds),
  };
}

/** The worker is replaced when all have come to a restart, in the middle of what each of them did last before it. */
async function liveThrough(bench: PublicationBench, lives: readonly Life[]): Promise<void> {
  const activities = activitiesOfMany(new Map(lives.map(({ input, fakes }) => [input.publicationId, fakes])));
  const all = async (live: (life: Life) => Promise<unknown>): Promise<void> => {
    await Promise.all(lives.map(live));
  };
  await all(({ client, input }) => Promise.all([client.publish(input), client.publish(input)]));
  const most = Math.max(...lives.map(({ parts }) => parts.length));
  for (let turn = 0; turn <= most; turn += 1) {
    const untilRestart = async (): Promise<void> => {
      await all((life) => carryOutAll(life, life.parts[turn]?.slice(0, -1) ?? []));
      await all((life) => (turn === life.parts.length ? toTheEnd(life) : Promise.resolve()));
      await all((life) => carryOutAll(life, life.parts[turn]?.slice(-1) ?? []));
    };
    await bench.withWorker(activities, untilRestart, 'abruptly');
  }
}

async function carryOutAll(life: Life, deeds: readonly Doing[]): Promise<void> {
  for (const deed of deeds) await carryOut(life, deed);
}

async function keepsEveryRule({ client, given, fakes, input }: Life): Promise<void> {
  const { calls, events } = fakes;
  const { outcome } = await client.result(input);

  expect(breaches(events(), given.pipeline)).toEqual([]);
  expect(events().findLast(({ kind }) => kind === 'ended')).toMatchObject({ outcome });
  expect(calls.filter((call) => call === 'goLiveNow')).toHaveLength(outcome === 'live' ? 1 : 0);
  // Canceled before it was opened, it leaves nothing to take back.
  const isOpened = events().some(({ kind }) => kind === 'opened');
  expect(calls.includes('withdraw')).toBe(isOpened && outcome !== 'live');
}

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
async function carryOut(life: Life, deed: Doing): Promise<void> {
  const { handle } = life;
  switch (deed.kind) {
    case 'work':
      return untilIdle(handle);
    case 'publish':
      return publishAgain(life);
    case 'operatorCancel':
      return unlessEnded(handle.cancel());
    case 'message':
      for (let times = deed.twice ? 2 : 1; times > 0; times -= 1)
        await unlessEnded(handle.signal(deed.name, deed.message));
  }
}

/** While it waits for somebody, because what works may end at any moment. */
async function publishAgain({ client, handle, fakes: { logged }, input }: Life): Promise<void> {
  await untilIdle(handle);
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

const lookAgainMs = 100;

async function untilIdle(handle: WorkflowHandle): Promise<void> {
  while ((await handle.describe()).raw.pendingWorkflowTask) await pause(lookAgainMs);
}

/** Whatever is still needed is given, by people who have not spoken yet. */
async function toTheEnd({ client, handle, fakes: { logged }, input }: Life): Promise<void> {
  for (let number = 0; (logged()?.endedAt ?? null) === null; number += 1) {
    await untilIdle(handle);
    await pause(lookAgainMs);
    const status = logged();
    if (status?.goLive.notBefore !== undefined && !status.goLive.approved)
      await client.withdrawGoLive(input, { actor: 'zoe' });
    if (status?.status === 'waitingForPublisherReview')
      await client.goLive(input, { actor: `voter-${number}` });
    if (status && waitingOf(status)?.what === 'address')
      await client.provideNotificationEmails(input, { actor: 'zoe', emails: ['zoe@contoso.com'] });
    if (status?.steps.some((step) => step.status === 'waitingForApproval'))
      await client.reviewDecision(input, { actor: `reviewer-${number}`, decision: 'approve' });
  }
  await client.result(input);
}
