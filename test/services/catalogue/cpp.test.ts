import { mask } from '../../../src/domain/offer/secrets';
import { freshCatalogue, type FreshCatalogue } from '../../support/fresh-catalogue';
import { actor, anotherOffer, draft, offer } from './sample';

/** What the Cloud Partner Portal's API asks of the catalogue beyond what others do. */

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

describe('saving only what is new', () => {
  it('of many at the same time lets one through', async () => {
    const { offers } = fresh.catalogue;

    const answers = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((title) =>
        offers.saveDraft(offer, draft({ title }), { actor, ifMatch: null }),
      ),
    );

    expect(answers.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
    expect(answers.filter(({ kind }) => kind === 'conflict')).toHaveLength(4);
  });
});

describe('an offer’s newest version', () => {
  it('is 0, then grows with each publication, whatever becomes of it', async () => {
    const { offers } = fresh.catalogue;
    await offers.saveDraft(offer, draft(), { actor });
    const seen: unknown[] = [(await offers.find(offer))?.newestVersion];

    for (const publicationId of ['p1', 'p2']) {
      await offers.freeze(offer, publicationId, { regions: ['westeurope'] });
      seen.push((await offers.find(offer))?.newestVersion);
    }

    expect(seen).toEqual([0, 1, 2]);
    expect((await offers.list(offer.publisherId))[0]).toMatchObject({
      newestVersion: 2,
      previewVersion: null,
    });
  });
});

describe('the list of a publisher', () => {
  it('tells each offer newest change first, without its draft, and no secret for a name', async () => {
    const { offers } = fresh.catalogue;
    await offers.saveDraft(offer, draft(), { actor });
    await offers.freeze(offer, 'p1', { regions: ['westeurope'] });
    const displayText = 'https://contoso.blob.core.windows.net/vhds/a.vhd?sig=canary';
    await offers.saveDraft(anotherOffer, draft({ displayText }), { actor });
    await offers.saveDraft({ publisherId: 'fabrikam', offerId: 'x' }, draft(), { actor });

    const listed = await offers.summaries(offer.publisherId);

    expect(listed).toEqual([
      {
        ...anotherOffer,
        offerType: 'microsoft-azure-virtualmachines',
        status: 'neverPublished',
        newestVersion: 0,
        displayText: `https://contoso.blob.core.windows.net/vhds/a.vhd?${mask}`,
        changedAt: expect.any(String),
      },
      expect.objectContaining({ ...offer, newestVersion: 1, displayText: 'Linux' }),
    ]);
  });
});

describe('offers by id', () => {
  it('are those of every publisher that has one', async () => {
    const { offers } = fresh.catalogue;
    const theirs = { publisherId: 'fabrikam', offerId: offer.offerId };
    await offers.saveDraft(offer, draft(), { actor });
    await offers.saveDraft(theirs, { ...draft(), publisherId: 'fabrikam' }, { actor });
    await offers.saveDraft(anotherOffer, draft(), { actor });

    const found = await offers.withId(offer.offerId);

    expect(found.map(({ publisherId, offerId }) => [publisherId, offerId])).toEqual([
      [offer.publisherId, offer.offerId],
      ['fabrikam', offer.offerId],
    ]);
    expect(await offers.withId('nobody-has-this')).toEqual([]);
  });
});

describe('the operations of an offer', () => {
  it('are listed newest first, those of other offers apart', async () => {
    const { operations } = fresh.catalogue;
    const create = (operationId: string, of: typeof offer, kind: 'publish' | 'reviewDecision') =>
      operations.create({ operationId, kind, ...of, publicationId: 'p1', actor });
    await create('o1', offer, 'publish');
    await create('o2', anotherOffer, 'publish');
    await create('o3', offer, 'reviewDecision');

    const listed = await operations.listOf(offer);

    expect(listed.map(({ operationId, kind }) => [operationId, kind])).toEqual([
      ['o3', 'reviewDecision'],
      ['o1', 'publish'],
    ]);
  });
});

it('an operation’s id is each offer’s own: nobody takes another publisher’s, or gets its row', async () => {
  const { operations } = fresh.catalogue;
  const theirs = { publisherId: 'fabrikam', offerId: 'x' };
  const create = (of: typeof offer, publicationId: string) =>
    operations.create({ operationId: 'o1', kind: 'goLive', ...of, publicationId, actor });
  await create(theirs, 'p-theirs');

  const before = await operations.find(offer, 'o1');
  const mine = await create(offer, 'p1');
  const again = await create(offer, 'p2');

  expect(before).toBeUndefined();
  expect(mine).toMatchObject({ ...offer, publicationId: 'p1' });
  expect(again).toEqual(mine);
  expect(await operations.find(theirs, 'o1')).toMatchObject({ ...theirs, publicationId: 'p-theirs' });
});

describe('publishers', () => {
  it('have a seller’s number of their own that never changes', async () => {
    const { offers, publishers } = fresh.catalogue;
    await offers.saveDraft(offer, draft(), { actor });
    await offers.saveDraft({ publisherId: 'fabrikam', offerId: 'x' }, draft(), { actor });
    const before = await publishers.list();

    await offers.saveDraft(offer, draft(), { actor });
    const after = await publishers.list();

    expect(new Set(before.map(({ sellerId }) => sellerId)).size).toBe(2);
    expect(after.map(({ sellerId }) => sellerId)).toEqual(before.map(({ sellerId }) => sellerId));
  });
});
