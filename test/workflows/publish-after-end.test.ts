import { createPublicationClient } from '../../src/client';
import { publicationStatusKey } from '../../src/workflows/search-attributes';
import {
  type FakePublicationActivities,
  fakePublicationActivities,
} from '../fakes/fake-publication-activities';
import { type Gate, gate } from '../support/gate';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { until } from '../support/until';
import { untilStatus } from '../support/until-status';

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
});
afterEach(() => bench.close());

/** The mail about the cancellation goes out when the gate opens. */
function lastMailsWaiting(): Pick<FakePublicationActivities, 'activities'> & { readonly mailServer: Gate } {
  const mailServer = gate();
  const { activities } = fakePublicationActivities({
    sendMail: ({ event }) => (event === 'canceled' ? mailServer.opened : Promise.resolve()),
  });
  return { activities, mailServer };
}

/** Canceled at sign-off; its run is still open. */
async function canceled(): Promise<void> {
  await untilStatus(bench, 'waitingForPublisherReview');
  await bench.client.cancel(bench.offer, { actor: 'ann' });
  await until('its end can be seen without asking it', async () => {
    const { typedSearchAttributes } = await bench.handle().describe();
    return typedSearchAttributes.get(publicationStatusKey) === 'canceled';
  });
}

it('does not start a publication again that is asked for once more while its last mails are sent', async () => {
  const { client, offer } = bench;
  const { activities, mailServer } = lastMailsWaiting();
  const { publicationId } = await client.publish({ ...offer, notificationEmails: ['ann@contoso.com'] });

  await bench.withWorker(activities, async () => {
    await canceled();
    const repeated = client.publish({ ...offer, publicationId });
    await bench.handle().describe();
    mailServer.open();

    expect(await repeated).toMatchObject({ kind: 'alreadyEnded', publicationId });
  });
});

it('publishes anew once the last mails of the publication that has ended are sent, and says so to who cannot wait', async () => {
  const { temporal, client, offer, taskQueue } = bench;
  const hurried = createPublicationClient(temporal, { taskQueue, answerWithinMs: 0 });
  const { activities, mailServer } = lastMailsWaiting();
  const draft = { ...offer, notificationEmails: ['ann@contoso.com'], draftEtag: 'first' };
  const first = await client.publish(draft);

  await bench.withWorker(activities, async () => {
    await canceled();

    const answers = await Promise.all(
      ['first', 'second'].map((draftEtag) => hurried.publish({ ...draft, draftEtag })),
    );
    const waiting = client.publish({ ...draft, draftEtag: 'second' });
    mailServer.open();
    const next = await waiting;

    const { publicationId } = first;
    expect(answers).toEqual(Array(2).fill({ kind: 'refused', code: 'publicationClosing', publicationId }));
    expect(next.kind).toBe('started');
    expect(next.publicationId).not.toBe(publicationId);
    await untilStatus(bench, 'waitingForPublisherReview');
    await bench.handle().terminate();
  });
});
