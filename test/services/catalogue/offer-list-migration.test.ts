import { applyMigrations } from '../../../src/services/catalogue/database/apply-migrations';
import { openCatalogue } from '../../../src/services/catalogue/catalogue';
import { migrations } from '../../../src/services/catalogue/migrations';
import { publicationAt } from '../../support/publication-at';
import { dropDatabase, freshDatabase } from '../../support/stack';
import { query } from './sample';

let databaseUrl = '';
beforeEach(async () => {
  databaseUrl = await freshDatabase();
});
afterEach(() => dropDatabase(databaseUrl));

/** An offer as a release without lists has kept it. */
async function keep(
  offerId: string,
  status: string,
  definition: object,
  publication?: object,
): Promise<void> {
  await query(databaseUrl, `insert into publisher (publisher_id) values ('contoso') on conflict do nothing`);
  await query(
    databaseUrl,
    `insert into offer (publisher_id, offer_id, offer_type, draft, etag, tick_version, status, current_publication_id)
     values ('contoso', $1, 'microsoft-azure-virtualmachines', $2, 'e', 638000000000000000, $3, $4)`,
    [offerId, JSON.stringify({ definition }), status, publication === undefined ? null : offerId],
  );
  if (publication === undefined) return;
  const { endedAt } = publication as { readonly endedAt: string | null };
  await query(
    databaseUrl,
    `insert into publication (publication_id, publisher_id, offer_id, language, status, newest_run_id, ended_at)
     values ($1, 'contoso', $1, 'en', $2, 'r', $3)`,
    [offerId, JSON.stringify(publication), endedAt],
  );
}

it('gives the offers of an older release their titles, words, situations and counts', async () => {
  await applyMigrations(
    databaseUrl,
    migrations.filter(({ name }) => name < '0009'),
  );
  const title = { offer: { 'microsoft-azure-marketplace.title': 'Zebra Server' } };
  await keep('plain', 'neverPublished', { displayText: 'Apple' });
  await keep('nameless', 'succeeded', {}, publicationAt('live'));
  await keep('scheduled', 'waitingForPublisherReview', title, publicationAt('scheduled'));
  await keep('waiting', 'waitingForPublisherReview', title, publicationAt('signOff'));
  await keep('rejected', 'canceled', title, publicationAt('changesRequested'));

  await applyMigrations(databaseUrl);
  const catalogue = await openCatalogue({ databaseUrl, secretsKey: Buffer.alloc(32).toString('base64') });
  const { page, counts } = catalogue.offerLists;
  const listed = await page({ order: 'name', descending: false, limit: 9 });
  const found = await page({ order: 'name', descending: false, limit: 9, search: 'zeb serv' });
  const counted = await counts({});
  await catalogue.close();

  expect(listed.offers.map(({ offerId, title: shown, situation }) => [offerId, shown, situation])).toEqual([
    ['plain', 'Apple', 'draft'],
    ['nameless', 'nameless', 'live'],
    ['rejected', 'Zebra Server', 'changesRequested'],
    ['scheduled', 'Zebra Server', 'goLiveScheduled'],
    ['waiting', 'Zebra Server', 'awaitingSignOff'],
  ]);
  expect(found.offers.map(({ offerId }) => offerId)).toEqual(['rejected', 'scheduled', 'waiting']);
  expect(Object.fromEntries(counted)).toEqual({
    draft: 1,
    live: 1,
    changesRequested: 1,
    goLiveScheduled: 1,
    awaitingSignOff: 1,
  });
});
