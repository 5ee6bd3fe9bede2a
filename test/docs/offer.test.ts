import { setTimeout as pause } from 'node:timers/promises';
import { type Phase, publicationAt } from '../support/publication-at';
import { offerAt, type OfferAt } from '../support/offer-at';
import { apiToken, type TestApp } from '../support/test-app';
import type { documentedCommands } from './commands';
import { typed } from './type';

type Command = (typeof documentedCommands)['test/docs/offer.test.ts'][number];

let test: TestApp;
let offer: OfferAt;
beforeEach(async () => {
  offer = await offerAt();
  ({ test } = offer);
});

/** What each command says when the offer stands in this phase. */
const said: Readonly<Record<Command, readonly [phase: Phase | 'draft', words: RegExp]>> = {
  'npm run -s offer -- publish contoso/linux-vm --email you@example.com --wait': [
    'draft',
    /is being published .*Awaiting publisher sign-off/s,
  ],
  'npm run -s offer -- status contoso/linux-vm': ['signOff', /Awaiting publisher sign-off/],
  'npm run -s offer -- status contoso/linux-vm --json': ['signOff', /^\{"offer":"contoso\/linux-vm".*\}\n$/],
  'npm run -s offer -- go-live contoso/linux-vm --at 2027-01-31T09:00:00Z': [
    'signOff',
    /^Sign-off for Jan 31, 2027.*: accepted/,
  ],
  'npm run -s offer -- cancel contoso/linux-vm --reason "A typo in the title"': [
    'signOff',
    /Cancel publishing: accepted/,
  ],
  'npm run -s offer -- check-live contoso/linux-vm': ['live', /All that is live is what was signed/],
  'npm run -s offer -- doctor': ['live', /ok +API\n/],
  'curl -sf -H "Authorization: Bearer $OFFER_TOKEN" "$OFFER_API/api/publishers/contoso/offers/linux-vm/status"':
    ['signOff', /"status":"waitingForPublisherReview"/],
};

it.each(Object.entries(said))('%s', async (command, [phase, words]) => {
  if (phase !== 'draft') test.publish(publicationAt(phase));

  const typing = typed(command, { OFFER_API: offer.url, OFFER_TOKEN: apiToken });
  if (phase === 'draft') await reachSignOff();

  expect(await typing).toMatch(words);
});

/** What the run would do once it was asked to publish. */
async function reachSignOff(): Promise<void> {
  while (test.catalogue.operationRows.length === 0) await pause(20);
  const publicationId = test.catalogue.operationRows[0]?.publicationId ?? '';
  test.publish({ ...publicationAt('signOff'), publicationId });
}
