import { mailOverdue } from '../../src/worker/overdue';
import { publicationAt } from '../support/publication-at';

const provisioning = publicationAt('provisioning');
const muchLater = new Date(Date.parse(provisioning.startedAt) + 365 * 24 * 3_600_000);

function setUp(offerIds: readonly string[], broken: readonly string[], now = muchLater) {
  const sent: string[] = [];
  const run = (): Promise<void> =>
    mailOverdue({
      publications: {
        async *atWork() {
          for (const offerId of offerIds) {
            const publicationId = `publication-${offerId}`;
            const status = { ...provisioning, offerId, publicationId };
            yield { publicationId, publisherId: 'contoso', offerId, runId: 'run', status };
          }
        },
      },
      sendMail: async ({ offerId, event, number, step }) => {
        if (broken.includes(offerId)) throw new Error(`no mail about ${offerId}`);
        sent.push(`${offerId} ${event} ${number} ${step}`);
      },
      clock: () => now,
    });
  return { sent, run };
}

it('tells of every step past its estimate', async () => {
  const { sent, run } = setUp(['a', 'b'], []);

  await run();

  expect(sent).toEqual(['a overdue 3 displayprovision', 'b overdue 3 displayprovision']);
});

it('is silent while there is time', async () => {
  const { sent, run } = setUp(['a'], [], new Date(provisioning.startedAt));

  await run();

  expect(sent).toEqual([]);
});

it('mails about the others although some mails failed, and reports all of those', async () => {
  const { sent, run } = setUp(['a', 'b', 'c', 'd'], ['a', 'c']);

  const failure: unknown = await run().catch((error: unknown) => error);

  expect(sent).toEqual(['b overdue 3 displayprovision', 'd overdue 3 displayprovision']);
  expect(failure).toBeInstanceOf(AggregateError);
  expect((failure as AggregateError).errors.map(String)).toEqual([
    'Error: no mail about a',
    'Error: no mail about c',
  ]);
});
