import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { gate } from '../support/gate';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { untilStatus } from '../support/until-status';

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
  await bench.client.publish({ ...bench.offer, notificationEmails: ['ann@contoso.com'] });
});
afterEach(() => bench.close());

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
  const cleaning = gate();
  const letGo = gate();
  const { activities } = fakePublicationActivities({
    async withdraw() {
      cleaning.open();
      await letGo.opened;
    },
  });

  const result = await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    await bench.handle().cancel();
    await cleaning.opened;
    const answer = await bench.client.goLive(bench.offer, { actor: 'ann' });
    expect(answer).toMatchObject({ kind: 'refused', code: 'alreadyDecided' });
    letGo.open();
    return bench.client.result(bench.offer);
  });

  expect(result.outcome).toBe('canceled');
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
  expect(mails.map(({ event, reason }) => [event, reason])).toEqual([
    ['ownFailure', 'packageProduct: OwnFault: The manifest names a digest nobody certified.'],
  ]);
  expect(logged()).toMatchObject({ status: 'failed', outcome: null });
  expect(logged()?.endedAt).not.toBeNull();
});
