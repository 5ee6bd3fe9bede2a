import type { Pipeline } from '../../src/domain/publication/pipeline';
import { pipelineOf } from '../../src/domain/publication/pipelines';
import { waitingOf } from '../../src/domain/publication/waiting';
import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { gate } from '../support/gate';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { until } from '../support/until';
import { untilStatus } from '../support/until-status';
import { inReview, reviewed, toSignOff, untilSaid } from './plays';
import { unsure } from './scenario';
import { boardAway, hearingLate } from './scenarios-of-reviews';

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
});
afterEach(() => bench.close());

const approval = { actor: 'rita', decision: 'approve', comments: [{ message: 'A tip.' }] } as const;

it('goes live after an approval, whose tips reach the publisher', async () => {
  const { activities, calls, mails, logged } = fakePublicationActivities({}, application());

  const result = await bench.withWorker(activities, async () => {
    await inReview(bench);
    await bench.client.reviewDecision(bench.offer, approval);
    return bench.client.result(bench.offer);
  });

  expect(result).toMatchObject({ outcome: 'live' });
  expect(calls.slice(0, 7)).toEqual([
    'openPublication',
    'validate',
    'certify',
    'packageProduct',
    'registerLead',
    'openPreview',
    'openReview',
  ]);
  // Beside each other.
  expect(calls.slice(7).toSorted()).toEqual(['goLiveNow', 'recordDecision']);
  expect(mails.map(({ event }) => event)).toEqual([
    'previewReady',
    'reviewStarted',
    'reviewApproved',
    'live',
  ]);
  const messages = logged()?.steps.find(({ id }) => id === 'microsoft-review')?.messages;
  expect(messages?.map(({ message }) => message.code)).toContain('review.comment');
});

it('ends rejected when reviewers request changes, and tells every comment', async () => {
  const { activities, calls, mails, logged } = fakePublicationActivities({}, application());

  const result = await bench.withWorker(activities, async () => {
    await inReview(bench);
    await bench.client.reviewDecision(bench.offer, { ...approval, decision: 'requestChanges' });
    return bench.client.result(bench.offer);
  });

  expect(result).toMatchObject({ outcome: 'rejected' });
  expect(calls.slice(-3)).toEqual(['openReview', 'recordDecision', 'withdraw']);
  expect(mails.at(-1)).toMatchObject({ event: 'changesRequested', step: 'microsoft-review' });
  expect(logged()).toMatchObject({ status: 'canceled', outcome: 'rejected' });
});

it('goes live while our records cannot hear of the decision, and ends once they have', async () => {
  const records = { isAway: true };
  const { activities, calls } = fakePublicationActivities(
    {
      recordDecision: () =>
        records.isAway ? Promise.reject(new Error('The catalogue is away.')) : Promise.resolve(),
    },
    application(),
  );

  await bench.withWorker(activities, async () => {
    await inReview(bench);
    await bench.client.reviewDecision(bench.offer, approval);
    await untilStatus(bench, ({ outcome }) => outcome === 'live');
    expect((await bench.handle().describe()).status.name).toBe('RUNNING');
    records.isAway = false;
    await bench.client.result(bench.offer);
  });

  expect(calls.filter((name) => name === 'recordDecision').length).toBeGreaterThan(1);
});

it('withdraws nothing before our records know that it was decided', async () => {
  const { activities, calls } = fakePublicationActivities(hearingLate(), application());

  const result = await bench.withWorker(activities, () => reviewed(bench, 'requestChanges'));

  expect(result).toMatchObject({ outcome: 'rejected' });
  expect(calls.slice(-3)).toEqual(['recordDecision', 'recordDecision', 'withdraw']);
});

it('ends rejected at once while the board elsewhere does not answer, and asks it once', async () => {
  const board = gate();
  const { activities, calls, mails, logged } = fakePublicationActivities(
    { ...boardAway, closeReview: () => board.opened.then(() => Promise.reject(new Error('Gone.'))) },
    application(),
  );

  const result = await bench.withWorker(activities, async () => {
    await inReview(bench);
    await bench.client.reviewDecision(bench.offer, { ...approval, decision: 'requestChanges' });
    await untilStatus(bench, ({ outcome }) => outcome === 'rejected');
    await until('the log and the publisher know', () =>
      Boolean(logged()?.endedAt && mails.some(({ event }) => event === 'changesRequested')),
    );
    board.open();
    return bench.client.result(bench.offer);
  });

  expect(result).toMatchObject({ outcome: 'rejected' });
  // A busy machine may not come to the one try that it has.
  expect(calls.filter((name) => name === 'closeReview').length).toBeLessThanOrEqual(1);
  expect(calls.slice(0, calls.indexOf('recordDecision'))).not.toContain('closeReview');
  expect(JSON.stringify([mails, logged()])).not.toContain('Gone.');
});

it('is at work again once a reviewer let findings pass, not waiting for an approval', async () => {
  const packaging = gate();
  const { activities } = fakePublicationActivities(
    {
      ...unsure(),
      packageProduct: async () => {
        await packaging.opened;
        return { verdict: 'passed', findings: [], findingCount: 0, packageDigest: 'b'.repeat(64) };
      },
    },
    pipelineOf('staged-offer', 'virtual-machine'),
    'staged-offer',
  );

  await bench.withWorker(activities, async () => {
    await bench.client.publish({ ...bench.offer, notificationEmails: ['ann@contoso.com'] });
    await untilSaid(bench, 'certification.awaitsReview');
    await bench.client.reviewDecision(bench.offer, approval);
    const status = await untilStatus(bench, ({ review }) => review !== null);
    expect(waitingOf(status)).toBeUndefined();
    packaging.open();
    await untilStatus(bench, 'waitingForPublisherReview');
    await bench.handle().terminate();
  });
});

it('lets nobody review what they signed off', async () => {
  const { activities } = fakePublicationActivities({}, application());

  await bench.withWorker(activities, async () => {
    await inReview(bench);
    const own = await bench.client.reviewDecision(bench.offer, { ...approval, actor: 'ann' });
    expect(own).toMatchObject({ kind: 'refused', code: 'wrongState' });
    await bench.client.reviewDecision(bench.offer, approval);
    expect((await bench.client.result(bench.offer)).outcome).toBe('live');
  });
});

it('counts the first decision only', async () => {
  const { activities } = fakePublicationActivities({}, application());

  await bench.withWorker(activities, async () => {
    await inReview(bench);
    const answers = await Promise.all([
      bench.client.reviewDecision(bench.offer, approval),
      bench.client.reviewDecision(bench.offer, { ...approval, actor: 'rob', decision: 'requestChanges' }),
    ]);
    const [taken, other] = answers.toSorted((one, two) => (one.kind < two.kind ? -1 : 1));
    expect(taken).toMatchObject({ kind: 'accepted' });
    // The run may have ended on the first one before the second could be answered.
    expect(other?.kind).toMatch(/^(refused|pending)$/);
    await bench.client.result(bench.offer);
  });
});

it('does not take a decision before there is a work item', async () => {
  const { activities } = fakePublicationActivities({}, application());

  await bench.withWorker(activities, async () => {
    await toSignOff(bench);
    const early = await bench.client.reviewDecision(bench.offer, approval);
    expect(early).toMatchObject({ kind: 'refused', code: 'wrongState' });
    await bench.handle().terminate();
  });
});

it('reminds the reviewers, and tells an operator of a review that takes too long', async () => {
  const terms = { approvers: 'review', reminderEveryMs: 300, escalationAfterMs: 500 } as const;
  const { activities, mails } = fakePublicationActivities({}, application({ review: terms }));

  await bench.withWorker(activities, async () => {
    await inReview(bench);
    await untilStatus(bench, ({ steps }) =>
      steps.some(({ messages }) =>
        messages.some(
          ({ message }) => message.code === 'review.reminded' && Number(message.params['number']) >= 2,
        ),
      ),
    );
    await bench.client.reviewDecision(bench.offer, approval);
    await bench.client.result(bench.offer);
  });

  const events = mails.map(({ event }) => event);
  expect(events.filter((event) => event === 'reviewEscalation')).toHaveLength(1);
  expect(events.filter((event) => event === 'reviewReminder').length).toBeGreaterThanOrEqual(2);
});

it('cannot be canceled in review where only sign-off allows it', async () => {
  const { activities } = fakePublicationActivities({}, application());

  await bench.withWorker(activities, async () => {
    await inReview(bench);
    expect(await bench.client.cancel(bench.offer, { actor: 'ann' })).toMatchObject({
      kind: 'refused',
      message: { code: 'cancel.notAfterGoLive' },
    });
    await bench.handle().terminate();
  });
});

it('cannot be canceled any more once changes are requested, while its preview is withdrawn', async () => {
  const withdrawal = gate();
  const { activities, calls } = fakePublicationActivities(
    { withdraw: () => withdrawal.opened },
    application({ cancelPolicy: 'untilLive' }),
  );

  const [answer, result] = await bench.withWorker(activities, async () => {
    await inReview(bench);
    await bench.client.reviewDecision(bench.offer, { ...approval, decision: 'requestChanges' });
    await until('the preview is being withdrawn', () => calls.includes('withdraw'));
    const canceled = await bench.client.cancel(bench.offer, { actor: 'ann' });
    withdrawal.open();
    return [canceled, await bench.client.result(bench.offer)] as const;
  });

  expect(answer).toMatchObject({ kind: 'refused', message: { code: 'cancel.notAfterGoLive' } });
  expect(result).toMatchObject({ outcome: 'rejected' });
});

it('is canceled in review where the type allows it until live, even together with an approval', async () => {
  const { activities, calls } = fakePublicationActivities({}, application({ cancelPolicy: 'untilLive' }));

  const result = await bench.withWorker(activities, async () => {
    await inReview(bench);
    await Promise.all([
      bench.client.cancel(bench.offer, { actor: 'ann' }),
      bench.client.reviewDecision(bench.offer, approval),
    ]);
    return bench.client.result(bench.offer);
  });

  expect(['live', 'canceled']).toContain(result.outcome);
  expect(calls.includes('goLiveNow')).toBe(result.outcome === 'live');
  expect(calls.includes('withdraw')).toBe(result.outcome === 'canceled');
});

it('gives reviewers a work item for findings that no rule can judge', async () => {
  const { activities, calls } = fakePublicationActivities(unsure());

  await bench.withWorker(activities, async () => {
    await bench.client.publish({ ...bench.offer, notificationEmails: ['ann@contoso.com'] });
    await untilSaid(bench, 'certification.awaitsReview');
    await bench.client.reviewDecision(bench.offer, approval);
    await untilStatus(bench, 'waitingForPublisherReview');
    await bench.handle().terminate();
  });

  expect(calls.slice(2, 4)).toEqual(['certify', 'openReview']);
  // Beside what comes next.
  expect(calls).toContain('recordDecision');
});

function application(change: Partial<Pipeline> = {}): Pipeline | undefined {
  const pipeline = pipelineOf('microsoft-azure-applications', 'publish');
  return pipeline && { ...pipeline, ...change };
}
