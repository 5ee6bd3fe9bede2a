import { randomUUID } from 'node:crypto';
import type { Pipeline, PipelineStep } from '../../src/domain/publication/pipeline';
import { pipelineOf } from '../../src/domain/publication/pipelines';
import { BlobStoreError } from '../../src/services/blob-storage/blob-store-error';
import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { untilStatus } from '../support/until-status';
import { until } from '../support/until';

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
});
afterEach(() => bench.close());

const emails = ['ann@contoso.com'];

it('goes from draft to live in the documented order, with a mail at each point', async () => {
  const { activities, calls, mails, logged } = fakePublicationActivities();
  await bench.client.publish({ ...bench.offer, notificationEmails: emails });

  const result = await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    const answer = await bench.client.goLive(bench.offer, { actor: 'ann' });
    expect(answer).toMatchObject({ kind: 'accepted', message: { code: 'goLive.accepted' } });
    return bench.client.result(bench.offer);
  });

  expect(result).toMatchObject({ outcome: 'live', offerVersion: 1 });
  expect(calls).toEqual([
    'openPublication',
    'validate',
    'certify',
    'replicate',
    'replicate',
    'replicate',
    'replicate',
    'packageProduct',
    'registerLead',
    'openPreview',
    'goLiveNow',
  ]);
  expect(mails.map(({ event }) => event)).toEqual(['previewReady', 'goLiveApproved', 'live']);
  expect(logged()).toMatchObject({ status: 'succeeded', outcome: 'live' });
  expect(logged()?.steps.map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => 'complete'));
});

it('is the same publication when the same draft is published again while it runs', async () => {
  const first = await bench.client.publish({ ...bench.offer, draftEtag: 'e1', notificationEmails: emails });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => bench.client.publish({ ...bench.offer, draftEtag: 'e1' })),
  );
  const changed = await bench.client.publish({ ...bench.offer, draftEtag: 'e2' });
  const ofAnyDraft = await bench.client.publish(bench.offer);

  expect(new Set(answers.map(({ kind, publicationId }) => `${kind} ${publicationId}`))).toEqual(
    new Set([`alreadyRunning ${first.publicationId}`]),
  );
  expect(changed).toEqual({
    kind: 'refused',
    code: 'publicationRunning',
    publicationId: first.publicationId,
  });
  expect(ofAnyDraft).toEqual({ ...first, kind: 'alreadyRunning' });
  await bench.handle().terminate();
});

it('is the publication that has ended when its own id is published again', async () => {
  const { activities, calls } = fakePublicationActivities();
  const again = { ...bench.offer, publicationId: randomUUID(), notificationEmails: emails };

  await bench.withWorker(activities, async () => {
    await bench.client.publish(again);
    await untilStatus(bench, 'waitingForPublisherReview');
    await bench.client.goLive(bench.offer, { actor: 'ann' });
    await bench.client.result(bench.offer);
    const before = calls.length;
    expect(await bench.client.publish(again)).toMatchObject({
      kind: 'alreadyEnded',
      publicationId: again.publicationId,
    });
    expect(calls).toHaveLength(before);
  });
});

it('tells since when replicas are in a region, and that they are where an earlier release did not say', async () => {
  const since = '2026-03-01T00:00:00.000Z';
  const { activities, logged } = fakePublicationActivities({
    replicate: ({ region }) => {
      const found = { region, copiedBytes: 0, found: 1, copied: 0 };
      return Promise.resolve(region === 'westeurope' ? { ...found, foundFrom: since } : found);
    },
  });
  await bench.client.publish({ ...bench.offer, notificationEmails: emails });

  await bench.withWorker(activities, () =>
    until('the log says so', () => logged()?.status === 'waitingForPublisherReview'),
  );

  const step = logged()?.steps.find(({ id }) => id === 'displayprovision');
  const messages = step?.messages.map(({ message }) => message);
  expect(messages).toContainEqual({
    code: 'provisioning.found',
    params: { region: 'westeurope', count: 1, since },
  });
  expect(messages?.filter(({ params }) => params['since'] === undefined)).toHaveLength(3);
  await bench.handle().terminate();
});

it('ends failed with every finding when certification finds errors', async () => {
  const finding = {
    ruleId: 'vm.vhd.footer-cookie',
    severity: 'error' as const,
    params: {},
    target: { plan: 'standard' },
  };
  const { activities, mails, logged, calls } = fakePublicationActivities({
    certify: ({ artefact }) =>
      Promise.resolve({
        artefactId: artefact.artefactId,
        verdict: 'failed',
        findings: [finding],
        findingCount: 1,
        reportId: 'r1',
      }),
  });
  await bench.client.publish({ ...bench.offer, notificationEmails: emails });

  const result = await bench.withWorker(activities, () => bench.client.result(bench.offer));

  expect(result).toMatchObject({ outcome: 'failed', findings: [finding], findingCount: 1, reportId: 'r1' });
  expect(mails.map(({ event, step }) => [event, step])).toEqual([['certificationFailed', 'displaycertify']]);
  expect(calls).not.toContain('replicate');
  const step = logged()?.steps.find(({ id }) => id === 'displaycertify');
  expect(step).toMatchObject({ status: 'blocked', findings: [finding], reportId: 'r1' });
});

it('takes everything back when the publisher cancels at sign-off', async () => {
  const { activities, calls, mails, logged } = fakePublicationActivities();
  await bench.client.publish({ ...bench.offer, notificationEmails: emails });

  const result = await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    expect(await bench.client.cancel(bench.offer, { actor: 'ann', reason: 'typo' })).toMatchObject({
      kind: 'accepted',
    });
    return bench.client.result(bench.offer);
  });

  expect(result.outcome).toBe('canceled');
  expect(calls.at(-1)).toBe('withdraw');
  expect(mails.map(({ event }) => event)).toEqual(['previewReady', 'canceled']);
  expect(logged()).toMatchObject({ status: 'canceled', cancellation: 'canceled', previewLinks: [] });
});

it('waits for an address when none was given, and goes on once there is one', async () => {
  const { activities, logged } = fakePublicationActivities();
  await bench.client.publish(bench.offer);

  await bench.withWorker(activities, async () => {
    await untilStatus(bench, ({ steps }) =>
      steps.some(({ messages }) => messages.some(({ message }) => message.code === 'address.waiting')),
    );
    await bench.client.provideNotificationEmails(bench.offer, { actor: 'ann', emails });
    await untilStatus(bench, 'waitingForPublisherReview');
    await bench.handle().terminate();
  });

  expect(logged()?.notificationEmails).toEqual(emails);
});

it('goes live at the given date, and not when it was withdrawn', async () => {
  const { activities, calls, events } = fakePublicationActivities();
  let soon = Infinity;
  await bench.client.publish({ ...bench.offer, notificationEmails: emails });

  const result = await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    const later = new Date(Date.now() + 86_400_000).toISOString();
    expect(await bench.client.goLive(bench.offer, { actor: 'ann', notBefore: later })).toMatchObject({
      message: { code: 'goLive.scheduled' },
    });
    await bench.client.withdrawGoLive(bench.offer, { actor: 'ann' });
    expect(calls).not.toContain('goLiveNow');
    soon = Date.now() + 1500;
    await bench.client.goLive(bench.offer, { actor: 'ann', notBefore: new Date(soon).toISOString() });
    return bench.client.result(bench.offer);
  });

  expect(result.outcome).toBe('live');
  const approved = events().find(({ kind }) => kind === 'goLiveApproved');
  expect(Date.parse(approved?.at ?? '')).toBeGreaterThanOrEqual(soon);
});

it('asks a reviewer when no rule could answer, and ends rejected on a refusal', async () => {
  const { activities, mails, logged } = fakePublicationActivities({
    certify: ({ artefact }) =>
      Promise.resolve({
        artefactId: artefact.artefactId,
        digest: 'a'.repeat(64),
        verdict: 'reviewRequired',
        findings: [{ ruleId: 'vm.guest.unreadable', severity: 'reviewRequired', params: {}, target: {} }],
        findingCount: 1,
      }),
  });
  await bench.client.publish({ ...bench.offer, notificationEmails: emails });

  const result = await bench.withWorker(activities, async () => {
    await untilStatus(bench, ({ steps }) => steps.some(({ status }) => status === 'waitingForApproval'));
    await bench.client.reviewDecision(bench.offer, {
      actor: 'rita',
      decision: 'requestChanges',
      comments: [{ message: 'Use ext4.' }],
    });
    return bench.client.result(bench.offer);
  });

  expect(result.outcome).toBe('rejected');
  expect(mails.map(({ event }) => event)).toEqual(['findingsInReview', 'changesRequested']);
  expect(logged()).toMatchObject({ status: 'canceled', outcome: 'rejected' });
});

it('asks a reviewer about a document that could not be judged, and certifies only after an approval', async () => {
  const crashed = {
    ruleId: 'certification.rule-crashed',
    severity: 'reviewRequired',
    params: {},
    target: {},
  } as const;
  const { activities, calls, mails, logged } = fakePublicationActivities({
    validate: () =>
      Promise.resolve({
        verdict: 'reviewRequired',
        findings: [crashed],
        findingCount: 1,
        reportId: 'report of the document',
        artefacts: [{ artefactId: 'standard/1.0.0/os', kind: 'osDisk' }],
        regions: ['westeurope'],
      }),
  });
  await bench.client.publish({ ...bench.offer, notificationEmails: emails });

  await bench.withWorker(activities, async () => {
    await untilStatus(bench, ({ steps }) => steps.some(({ status }) => status === 'waitingForApproval'));
    expect(calls).not.toContain('certify');
    await bench.client.reviewDecision(bench.offer, { actor: 'rita', decision: 'approve' });
    await untilStatus(bench, 'waitingForPublisherReview');
    await bench.client.cancel(bench.offer, { actor: 'ann' });
    await bench.client.result(bench.offer);
  });

  expect(calls).toContain('certify');
  expect(mails.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['findingsInReview', 'findingsApproved']),
  );
  expect(logged()?.steps[0]).toMatchObject({ findings: [crashed] });
});

it('asks no reviewer again what one has approved for an earlier version', async () => {
  const { activities, calls, logged } = fakePublicationActivities({
    certify: ({ artefact }) =>
      Promise.resolve({
        artefactId: artefact.artefactId,
        digest: 'a'.repeat(64),
        verdict: 'reviewRequired',
        findings: [{ ruleId: 'vm.guest.readable', severity: 'reviewRequired', params: {}, target: {} }],
        findingCount: 1,
        approval: { actor: 'rita', since: '2026-02-01T00:00:00.000Z' },
      }),
  });
  await bench.client.publish({ ...bench.offer, notificationEmails: emails });

  await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    await bench.client.cancel(bench.offer, { actor: 'ann' });
    await bench.client.result(bench.offer);
  });

  const certified = logged()?.steps.find(({ id }) => id === 'displaycertify');
  expect(calls).not.toContain('openReview');
  expect(certified?.findings).toMatchObject([{ ruleId: 'vm.guest.readable' }]);
  expect(certified?.messages.map(({ message }) => message)).toMatchObject([
    { code: 'certification.exceptionStands', params: { actor: 'rita' } },
  ]);
});

it('ends failed, naming the dependency, when it stays away past three times the estimate', async () => {
  const { activities, logged } = fakePublicationActivities(
    {
      replicate: ({ region }) => Promise.reject(new BlobStoreError(region, `Region ${region} answers 503.`)),
    },
    impatient(),
  );
  await bench.client.publish({ ...bench.offer, notificationEmails: emails });

  const result = await bench.withWorker(activities, () => bench.client.result(bench.offer));

  expect(result.outcome).toBe('failed');
  expect(result.findings?.[0]).toMatchObject({
    ruleId: 'publication.dependency-failed',
    params: { activity: 'replicate', reason: expect.stringContaining('answers 503') as string },
  });
  expect(logged()?.steps.find(({ id }) => id === 'displayprovision')?.status).toBe('blocked');
});

it('tells a publisher which work a service was missed for, and nothing of our inside', async () => {
  const inside = 'password authentication failed for user "offers" at 10.0.3.7:5432';
  const { activities, logged } = fakePublicationActivities(
    { replicate: () => Promise.reject(new Error(inside)) },
    impatient(),
  );
  await bench.client.publish({ ...bench.offer, notificationEmails: emails });

  const result = await bench.withWorker(activities, () => bench.client.result(bench.offer));

  expect(result.findings?.[0]).toMatchObject({
    ruleId: 'publication.dependency-failed',
    params: { activity: 'replicate', reason: '' },
  });
  expect(JSON.stringify([result, logged()])).not.toContain('10.0.3.7');
});

/** The usual pipeline, in which replication may take ten seconds: three times that is time for some tries. */
function impatient(): Pipeline | undefined {
  const pipeline = pipelineOf('microsoft-azure-virtualmachines', 'publish');
  const hasten = (step: PipelineStep): PipelineStep =>
    step.stages.includes('replicate') ? { ...step, estimateHours: 10 / 3600 } : step;
  return pipeline && { ...pipeline, steps: pipeline.steps.map(hasten) };
}
