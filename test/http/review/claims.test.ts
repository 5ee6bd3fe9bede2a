import type { PublicationFact } from '../../../src/domain/publication/events';
import { frozenVersion, listedOffer } from '../../support/listed-offer';
import { publicationAt, publicationId } from '../../support/publication-at';
import { openReviewIn } from '../../support/review-shown';
import { offerPath, pagePath, testApp, type TestApp } from '../../support/test-app';

const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
const nowhere = { file: null, line: null, pointer: null };

const accepted = (step: string, code: string, params: object): PublicationFact => ({
  kind: 'messageAdded',
  step,
  level: 'information',
  message: { code, params: { ...params } },
});

/** Ann signed off and Rita requested changes, both by messages that name their sender themselves. */
async function signaled(): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  test.catalogue.versions.push(frozenVersion());
  const facts = [
    accepted('publisher-signoff', 'goLive.accepted', { actor: 'ann@contoso', requestId: 'r-1' }),
    accepted('displaycertify', 'review.changesRequested', { actor: 'rita@contoso', requestId: 'r-2' }),
  ];
  test.publish(publicationAt('inReview', facts));
  const decided = { decision: 'requestChanges', decidedBy: 'rita@contoso' } as const;
  openReviewIn(test, { ...decided, decidedAt: '2026-11-20T12:00:00.000Z', signedOffBy: ['ann@contoso'] });
  await test.catalogue.reviewThreads.open(offer, nowhere, {
    commentId: 'c-1',
    publicationId,
    actor: 'rob@contoso',
    side: 'reviewer',
    text: 'Blurred',
    requestId: 'r-2',
  });
  return test;
}

it('names that raw signals claim stand as claims where the review tells who signed off, decided and asked', async () => {
  const test = await signaled();

  const page = await (await test.browse(`${pagePath}/review`)).text();
  const answer = await (await test.api('GET', `${offerPath}/review`)).json();

  for (const name of ['ann@contoso', 'rita@contoso', 'rob@contoso'])
    expect(page).toContain(`${name} (unverified)`);
  expect(answer).toMatchObject({
    review: { unverified: ['ann@contoso', 'rita@contoso'] },
    threads: [{ comments: [{ actor: 'rob@contoso', isVouchedFor: false }] }],
  });
});

it('names that API or portal recorded under the same request stand as they are', async () => {
  const test = await signaled();
  const operation = {
    ...offer,
    publicationId,
    state: 'succeeded',
    endedAt: null,
    refusal: null,
    createdAt: '',
  } as const;
  test.catalogue.operationRows.push(
    { ...operation, operationId: 'r-1', kind: 'goLive', actor: 'ann@contoso' },
    { ...operation, operationId: 'r-2', kind: 'reviewDecision', actor: 'rita@contoso' },
  );

  const page = await (await test.browse(`${pagePath}/review`)).text();

  expect(page).toContain('ann@contoso');
  for (const name of ['ann@contoso', 'rita@contoso']) expect(page).not.toContain(`${name} (unverified)`);
});
