import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { PublicationStatus } from '../../src/domain/publication/status';
import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { courseOf, untilCancellationTaken } from '../support/activity-course';
import { type Gate, gate } from '../support/gate';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { dice, isSweep } from '../support/seed';
import { type ActivityName, type Ending, untilCanceled } from '../support/until-canceled';
import { goingOn, ofStory, type GoesOn, type OfStory } from './amid-activities';
import { signOff } from './plays';
import { until } from '../support/until';

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
});
afterEach(() => bench.close());

const endings: readonly Ending[] = ['stops', 'completes', 'fails'];
const chance = dice('canceled amid activities');

/** Of each activity, one ending by chance; `SWEEP=1` plays all. */
const cases = Object.entries(ofStory).flatMap(([name, rows]) =>
  rows.flatMap((row) =>
    (isSweep ? endings : chance.sample(endings, 1)).map(
      (ending) => [name as ActivityName, ending, row] as const,
    ),
  ),
);

it.each(cases)(
  'cancels amid %s, which then %s, and cleans up only after that',
  async (name, ending, row: OfStory) => {
    const middle = untilCanceled(name, ending);
    const { activities, mails, logged } = middle.of(row.fake());

    const result = await bench.withWorker(activities, async () => {
      await row.lead(bench);
      await middle.began;
      await bench.handle().cancel();
      return bench.client.result(bench.offer);
    });

    expect(result.outcome).toBe('canceled');
    expect(mails.map(({ event }) => event)).toEqual([...row.mails, 'canceled']);
    expectSame(logged(), result);
    const { scheduled, ended } = await courseOf(bench.handle(), name);
    const cleanUp = await courseOf(bench.handle(), 'withdraw');
    expect(ended).toHaveLength(scheduled.length);
    expect(cleanUp.scheduled).toHaveLength(row.leavesNothing?.includes(ending) ? 0 : 1);
    expect(cleanUp.scheduled.every((id) => id > Math.max(...ended))).toBe(true);
  },
);

it.each(Object.entries(goingOn) as readonly (readonly [ActivityName, GoesOn])[])(
  'lets %s go on whatever is canceled',
  async (name, row) => {
    const began = gate();
    const letGo = gate();
    const { activities, mails, logged } = held(row.fake(), name, { began, letGo });

    const result = await bench.withWorker(activities, async () => {
      await row.lead(bench);
      await (row.mayBeLate === true ? begunOrGivenUp(name, began) : began.opened);
      await bench.handle().cancel();
      await untilCancellationTaken(bench.handle());
      letGo.open();
      return bench.client.result(bench.offer);
    });

    expect(result.outcome).toBe(row.outcome);
    expect(mails.map(({ event }) => event)).toEqual(row.mails);
    expectSame(logged(), result);
    const { scheduled, cancelRequested, completed, ended } = await courseOf(bench.handle(), name);
    const cleanUp = await courseOf(bench.handle(), 'withdraw');
    expect(cancelRequested).toEqual([]);
    expect(row.mayBeLate === true ? ended : completed).toHaveLength(scheduled.length);
    expect(cleanUp.scheduled).toHaveLength(row.outcome === 'canceled' ? 1 : 0);
    const cleanedUpBefore = cleanUp.scheduled.some((id) => id < Math.max(...completed));
    expect(row.isWaitedFor === true && cleanedUpBefore).toBe(false);
  },
);

it('does not call a flip canceled that was, and failed for good', async () => {
  const began = gate();
  const letGo = gate();
  const { activities, mails, logged } = fakePublicationActivities({
    async goLiveNow() {
      began.open();
      await letGo.opened;
      throw ApplicationFailure.nonRetryable('The slots are not ours.', 'OwnFault');
    },
  });

  const failure = await bench.withWorker(activities, async () => {
    await signOff(bench);
    await began.opened;
    await bench.handle().cancel();
    await untilCancellationTaken(bench.handle());
    letGo.open();
    return bench.client.result(bench.offer).catch((error: unknown) => error);
  });

  expect(failure).toMatchObject({ cause: { message: 'The slots are not ours.' } });
  expect(mails.map(({ event }) => event)).toEqual(['previewReady', 'goLiveApproved', 'ownFailure']);
  expect(logged()).toMatchObject({ status: 'failed', outcome: null });
  expect((await courseOf(bench.handle(), 'withdraw')).scheduled).toEqual([]);
});

/** The log tells what the run answers. */
function expectSame(
  logged: PublicationStatus | undefined,
  { outcome, publicationId, offerVersion }: Awaited<ReturnType<PublicationBench['client']['result']>>,
): void {
  expect(logged).toMatchObject({ outcome, publicationId, offerVersion: offerVersion ?? null });
  expect(logged?.endedAt).not.toBeNull();
}

/** A busy machine may not come to the one try that it has. */
async function begunOrGivenUp(name: ActivityName, began: Gate): Promise<void> {
  let hasBegun = false;
  void began.opened.then(() => (hasBegun = true));
  await until('it began or was given up', async () => {
    const { ended } = await courseOf(bench.handle(), name);
    return hasBegun || ended.length > 0;
  });
}

/** These activities, of which one waits in its middle and hears nothing. A record does so once it is a regular activity. */
function held(
  fake: ReturnType<typeof fakePublicationActivities>,
  name: ActivityName,
  { began, letGo }: { readonly began: Gate; readonly letGo: Gate },
): ReturnType<typeof fakePublicationActivities> {
  const usual = fake.activities[name] as (input: unknown) => Promise<unknown>;
  const waiting = async (input: unknown): Promise<unknown> => {
    if (activityInfo().isLocal) throw new Error('The catalogue is away.');
    began.open();
    await letGo.opened;
    return usual(input);
  };
  return { ...fake, activities: { ...fake.activities, [name]: waiting } };
}
