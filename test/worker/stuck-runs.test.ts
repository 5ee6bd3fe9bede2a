import { mailStuckRuns } from '../../src/worker/stuck-runs';
import { publicationAt } from '../support/publication-at';

const cause = 'NonDeterministicError';

/** Two offers have a log; a mail about one of them can fail. */
function setUp(stuck: readonly string[], broken: readonly string[] = []) {
  const sent: (readonly (string | number | undefined)[])[] = [];
  const run = (): Promise<void> =>
    mailStuckRuns({
      runs: { stuck: async (most) => stuck.slice(0, most).map((workflowId) => ({ workflowId, cause })) },
      publications: {
        listOf: async (offer) =>
          ['a', 'b'].includes(offer.offerId)
            ? [
                {
                  ...offer,
                  publicationId: `newest-${offer.offerId}`,
                  runId: 'run',
                  status: publicationAt('live'),
                },
                {
                  ...offer,
                  publicationId: `older-${offer.offerId}`,
                  runId: 'run',
                  status: publicationAt('live'),
                },
              ]
            : [],
      },
      sendMail: async ({ offerId, publicationId, event, number, emails, reason }) => {
        if (broken.includes(offerId)) throw new Error(`no mail about ${offerId}`);
        expect(emails).toEqual([]);
        sent.push([publicationId, event, number, reason]);
      },
    });
  return { sent, run };
}

it('tells of the newest publication of each offer whose run cannot go on', async () => {
  const { sent, run } = setUp(['publication.contoso.a', 'publication.contoso.b']);

  await run();

  expect(sent).toEqual([
    ['newest-a', 'stuckRun', 1, `publication.contoso.a: ${cause}`],
    ['newest-b', 'stuckRun', 1, `publication.contoso.b: ${cause}`],
  ]);
});

it('is silent about runs that have no log, and about others\u2019 workflows', async () => {
  const { sent, run } = setUp(['publication.contoso.unknown', 'mail.p1.live.1', 'publication.contoso.a']);

  await run();

  expect(sent).toHaveLength(1);
});

it('mails about the others although one mail failed, and reports that', async () => {
  const { sent, run } = setUp(['publication.contoso.a', 'publication.contoso.b'], ['a']);

  const failure: unknown = await run().catch((error: unknown) => error);

  expect(sent.map(([publicationId]) => publicationId)).toEqual(['newest-b']);
  expect((failure as AggregateError).errors.map(String)).toEqual(['Error: no mail about a']);
});
