import { Context, CancelledFailure } from '@temporalio/activity';
import type { ControlActivities, DataActivities } from '../../src/activities/contract';
import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { untilStatus } from '../support/until-status';

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
  await bench.client.publish({ ...bench.offer, notificationEmails: ['ann@contoso.com'] });
});
afterEach(() => bench.close());

type Name =
  | 'certify'
  | 'replicate'
  | 'validate'
  | 'packageProduct'
  | 'registerLead'
  | 'openPreview'
  | 'openPublication';

/** An activity that says when it began and ends only when it is canceled, some time after it was told. */
function untilCanceled(): {
  readonly began: Promise<void>;
  readonly run: () => Promise<never>;
  readonly stopped: () => boolean;
} {
  let begin = (): void => undefined;
  let done = false;
  const began = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const run = async (): Promise<never> => {
    begin();
    const beat = setInterval(() => Context.current().heartbeat(), 20);
    try {
      await Context.current().cancelled;
    } catch (error) {
      await new Promise((resolve) => setImmediate(resolve));
      done = true;
      throw error instanceof CancelledFailure ? error : new CancelledFailure('canceled');
    } finally {
      clearInterval(beat);
    }
    throw new Error('The promise of a cancellation only rejects.');
  };
  return { began, run, stopped: () => done };
}

it.each<[Name]>([['certify'], ['replicate']])(
  'cleans up only after %s has really stopped when an operator cancels in the Temporal UI',
  async (name) => {
    const stuck = untilCanceled();
    let stoppedBeforeCleanUp: boolean | undefined;
    const overrides: Partial<ControlActivities & DataActivities> = {
      [name]: stuck.run,
      withdraw: () => {
        stoppedBeforeCleanUp = stuck.stopped();
        return Promise.resolve();
      },
    };
    const { activities, logged, mails } = fakePublicationActivities(overrides);

    const result = await bench.withWorker(activities, async () => {
      await stuck.began;
      await bench.handle().cancel();
      return bench.client.result(bench.offer);
    });

    expect(result.outcome).toBe('canceled');
    expect(stoppedBeforeCleanUp).toBe(true);
    expect(mails.map(({ event }) => event)).toEqual(['canceled']);
    expect(logged()).toMatchObject({ status: 'canceled', outcome: 'canceled' });
  },
  120_000,
);

it("cancels at sign-off on Temporal's own cancellation and says that an operator did it", async () => {
  const { activities, logged, calls } = fakePublicationActivities();

  const result = await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    await bench.handle().cancel();
    return bench.client.result(bench.offer);
  });

  expect(result.outcome).toBe('canceled');
  expect(calls.at(-1)).toBe('withdraw');
  const codes = logged()?.steps.flatMap(({ messages }) => messages.map(({ message }) => message.code));
  expect(codes).toContain('cancel.byOperator');
});

it("accepts no go-live any more while an operator's cancellation is cleaned up", async () => {
  let begin = (): void => undefined;
  const cleaning = new Promise<void>((resolve) => {
    begin = resolve;
  });
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { activities } = fakePublicationActivities({
    async withdraw() {
      begin();
      await gate;
    },
  });

  const result = await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    await bench.handle().cancel();
    await cleaning;
    const answer = await bench.client.goLive(bench.offer, { actor: 'ann' });
    expect(answer).toMatchObject({ kind: 'refused', code: 'alreadyDecided' });
    letGo();
    return bench.client.result(bench.offer);
  });

  expect(result.outcome).toBe('canceled');
});

it('stays live when the cancellation comes after the flip was scheduled', async () => {
  let flip = (): void => undefined;
  const flipping = new Promise<void>((resolve) => {
    flip = resolve;
  });
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { activities, logged, calls, mails } = fakePublicationActivities({
    async goLiveNow() {
      flip();
      await gate;
      return { links: [{ text: 'Azure Marketplace', uri: 'http://127.0.0.1/marketplace' }] };
    },
  });

  const result = await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    await bench.client.goLive(bench.offer, { actor: 'ann' });
    await flipping;
    await bench.handle().cancel();
    letGo();
    return bench.client.result(bench.offer);
  });

  expect(result.outcome).toBe('live');
  expect(calls).not.toContain('withdraw');
  expect(mails.map(({ event }) => event)).toContain('live');
  expect(logged()).toMatchObject({ status: 'succeeded', outcome: 'live' });
});

it('shows our own fault as a Failed run, with the publisher told that we are on it', async () => {
  const { ApplicationFailure } = await import('@temporalio/common');
  const { activities, mails, logged } = fakePublicationActivities({
    packageProduct: () =>
      Promise.reject(
        ApplicationFailure.nonRetryable('The manifest names a digest nobody certified.', 'OwnFault'),
      ),
  });

  const failure = await bench.withWorker(activities, () =>
    bench.client.result(bench.offer).catch((error: unknown) => error),
  );

  expect(failure).toMatchObject({ cause: { message: 'The manifest names a digest nobody certified.' } });
  expect(mails.map(({ event }) => event)).toEqual(['ownFailure']);
  expect(logged()).toMatchObject({ status: 'failed', outcome: null });
  expect(logged()?.endedAt).not.toBeNull();
});
