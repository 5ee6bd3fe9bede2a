import { setTimeout as pause } from 'node:timers/promises';
import { publicationAt } from '../support/publication-at';
import { publishableOffer } from '../support/publishable-offer';
import { type Offer, offerAgainst } from '../support/run-offer';
import { apiToken, offerPath, testApp, type TestApp } from '../support/test-app';
import { documentedCommands } from './commands';
import { commandsOf, documents, fencesOf } from './documents';
import { typed } from './type';

const document = documents().find(({ path }) => path === 'docs/API.md')!;
const commands = documentedCommands['test/docs/api.test.ts'];

let test: TestApp;
let offer: Offer;
let isOver = false;
beforeEach(async () => {
  test = testApp();
  offer = await offerAgainst(test.app);
  await test.api('POST', '/api/publishers', { id: 'contoso' });
  test.catalogue.tokens.publishers.add('contoso');
  await liveBefore();
});
afterEach(() => {
  isOver = true;
});

/** The offer was published before, so that there is something to compare with. */
async function liveBefore(): Promise<void> {
  await test.api('PUT', offerPath, publishableOffer());
  const { catalogue } = test;
  const draft = catalogue.drafts.get('contoso/linux-vm')!;
  catalogue.drafts.set('contoso/linux-vm', { ...draft, productionVersion: 1 });
  const { publisherId, offerId, offerType } = draft;
  const version = {
    publisherId,
    offerId,
    offerType,
    offerVersion: 1,
    regions: [],
    frozenAt: draft.changedAt,
  };
  catalogue.versions.push({ ...version, document: publishableOffer() });
}

it('shows its commands in the order they are run here', () => {
  expect(commandsOf(document)).toEqual(commands);
});

it('leads from the first request to an offer that is approved to go live', async () => {
  const script = ['set -e', ...commands.flatMap((command, index) => [`echo; echo "== ${index}"`, command])];

  const typing = typed(script.join('\n'), { OFFER_API: offer.url, OFFER_TOKEN: apiToken });
  await Promise.race([typing, reachSignOff()]);
  const said = (await typing).split(/^== \d+\n/m).slice(1);

  const saidBy = (part: string): string =>
    said[commands.findIndex((command) => command.includes(part))] ?? '';
  const [me, refusal] = fencesOf(document)
    .filter(({ language }) => language === 'json')
    .map(({ lines }) => JSON.parse(lines.join('\n')) as unknown);
  expect(JSON.parse(saidBy('/api/me'))).toEqual(me);
  expect(JSON.parse(saidBy('/none/validate'))).toEqual(refusal);
  expect(saidBy('/contoso/tokens')).toContain('"token":"');
  expect(JSON.parse(saidBy('$OFFER/validate'))).toMatchObject({ canBePublished: true });
  expect(JSON.parse(saidBy('/diff?'))).toMatchObject({ from: { version: 1 }, changes: [] });
  expect(test.client.sent.map(({ name }) => name)).toEqual(['publish', 'goLive']);
});

/** What the run would do once it was asked to publish. */
async function reachSignOff(): Promise<void> {
  while (test.catalogue.operationRows.length === 0 && !isOver) await pause(20);
  const publicationId = test.catalogue.operationRows[0]?.publicationId ?? '';
  test.publish({ ...publicationAt('signOff'), publicationId });
}
