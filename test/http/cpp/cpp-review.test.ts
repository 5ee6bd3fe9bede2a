import { publicationAt } from '../../support/publication-at';
import { publishableOffer } from '../../support/publishable-offer';
import { offerPath, testApp, type TestApp } from '../../support/test-app';
import { tokenFor } from '../../support/token-for';

const requestId = '44444444-4444-4444-8444-444444444444';

async function inReview(): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, publishableOffer());
  test.publish(
    publicationAt('certification', [
      { kind: 'stepChanged', step: 'displaycertify', status: 'waitingForApproval' },
    ]),
  );
  return test;
}

it('a reviewer’s decision reaches the publication, and is kept under the reviewer’s name', async () => {
  const test = await inReview();
  const headers = await tokenFor(test, 'contoso', 'Reviewer');
  const comments = [{ message: 'A password is in it', path: 'etc/shadow', line: 3 }];

  const answer = await test.app.request(`${offerPath}/review`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ decision: 'requestChanges', comments, requestId }),
  });

  const actor = 't0@contoso';
  expect(answer.status).toBe(202);
  expect(test.client.sent).toEqual([
    { name: 'reviewDecision', input: { decision: 'requestChanges', comments, requestId, actor } },
  ]);
  expect(test.catalogue.operationRows).toMatchObject([
    { operationId: requestId, kind: 'reviewDecision', actor },
  ]);
});

it('a publisher cannot review', async () => {
  const test = await inReview();
  const headers = await tokenFor(test, 'contoso', 'Owner');

  const answer = await test.app.request(`${offerPath}/review`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ decision: 'approve' }),
  });

  expect(answer.status).toBe(403);
  expect(test.client.sent).toEqual([]);
});

it.each(['certification', 'signOff', 'live'] as const)(
  'in phase %s there is nothing to review, and the answer says what would have to be',
  async (phase) => {
    const { api, publish } = testApp();
    await api('PUT', offerPath, publishableOffer());
    publish(publicationAt(phase));

    const answer = await api('POST', `${offerPath}/review`, { decision: 'approve' });

    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Needed: In review');
  },
);
