import { publicationAt } from '../support/publication-at';
import { publishableOffer } from '../support/publishable-offer';
import { openReviewIn } from '../support/review-shown';
import { emptyFolder, type Offer, offerAgainst } from '../support/run-offer';
import { apiToken, offerPath, testApp, type TestApp } from '../support/test-app';
import { tokenFor } from '../support/token-for';
import { documentedCommands } from './commands';
import { pathWithOffer } from './path-with-offer';
import { typed } from './type';

const [token, list, show, comment, approve, requestChanges, answer] =
  documentedCommands['test/docs/review.test.ts'];

let test: TestApp;
let offer: Offer;
beforeEach(async () => {
  test = testApp();
  await test.api('PUT', offerPath, publishableOffer());
  test.catalogue.tokens.publishers.add('contoso');
  test.publish(publicationAt('inReview'));
  openReviewIn(test);
  offer = await offerAgainst(test.app);
});

const type = async (command: string, more: Readonly<Record<string, string>> = {}): Promise<string> =>
  typed(command, {
    OFFER_API: offer.url,
    OFFER_TOKEN: apiToken,
    ...more,
    XDG_CONFIG_HOME: emptyFolder(),
    PATH: await pathWithOffer(),
  });

it('leads a reviewer from the queue to comments that the publisher answers, and to the decision', async () => {
  const made = await type(token);
  const queue = await type(list);
  await type(comment);
  const [thread] = test.catalogue.reviewThreads.threads;
  const { Authorization } = await tokenFor(test, 'contoso', 'Owner');
  const ofPublisher = Authorization.replace('Bearer ', '');
  await type(answer, { THREAD: thread?.threadId ?? '', OFFER_TOKEN: ofPublisher });
  const shown = await type(show);
  const decided = await type(requestChanges);

  expect(made).toMatch(/^\S{20,}\n$/);
  expect(queue).toMatch(/^contoso\/linux-vm /);
  expect(shown).toContain('basic/mainTemplate.json:3 [open]');
  expect(shown).toContain('Mended in 1.0.1');
  expect(decided).toBe('Review decision: accepted for contoso/linux-vm.\n');
  expect(test.client.sent).toMatchObject([
    { input: { comments: [{ message: 'Use a secure string', path: 'basic/mainTemplate.json', line: 3 }] } },
  ]);
});

it('leads to an approval with a tip', async () => {
  await type(approve);

  expect(test.client.sent).toMatchObject([{ input: { comments: [{ message: 'Shorten the summary' }] } }]);
});
