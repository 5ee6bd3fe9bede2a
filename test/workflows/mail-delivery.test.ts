import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { type PublicationBench, publicationBench } from '../support/publication-worker';

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
});
afterEach(() => bench.close());

it('ends although the mail server is away, and delivers the mail when it is back, by a run of its own', async () => {
  let isBack = false;
  const { activities, mails } = fakePublicationActivities({
    validate: () =>
      Promise.resolve({ verdict: 'failed', findings: [], findingCount: 1, artefacts: [], regions: [] }),
    sendMail: () => (isBack ? Promise.resolve() : Promise.reject(new Error('connect ECONNREFUSED'))),
  });
  const { publicationId } = await bench.client.publish({
    ...bench.offer,
    notificationEmails: ['ann@contoso.com'],
  });

  await bench.withWorker(activities, async () => {
    const result = await bench.client.result(bench.offer);
    expect(result.outcome).toBe('failed');
    isBack = true;
    await bench.temporal.workflow.result(`mail.${publicationId}.validationFailed.1`);
  });

  expect(mails.at(-1)).toMatchObject({ event: 'validationFailed', number: 1, emails: ['ann@contoso.com'] });
});
