import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { actor, anotherOffer, draft, offer, openSample, query, story } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue(() => new Date('2030-01-01T00:00:00Z'));
});
afterEach(() => fresh.drop());

describe('saving a draft', () => {
  it('creates the offer, then replaces its draft', async () => {
    const { offers } = fresh.catalogue;

    const first = await offers.saveDraft(offer, draft({ 'microsoft-azure.title': 'A' }), { actor });
    const second = await offers.saveDraft(offer, draft({ 'microsoft-azure.title': 'B' }), { actor });

    expect(first).toMatchObject({
      kind: 'saved',
      created: true,
      offer: { ...offer, status: 'neverPublished' },
    });
    expect(second).toMatchObject({ kind: 'saved', created: false });
    expect((await offers.find(offer))?.draft).toEqual(draft({ 'microsoft-azure.title': 'B' }));
  });

  it('gives each save a new etag and a higher tick version while the clock stands still', async () => {
    const { offers } = fresh.catalogue;
    const saves = [];
    for (let count = 0; count < 3; count += 1) saves.push(await offers.saveDraft(offer, draft(), { actor }));

    const saved = saves.map((save) => (save.kind === 'saved' ? save.offer : undefined));
    const first = saved[0]!.tickVersion;
    expect(saved.map((each) => each!.tickVersion)).toEqual([first, first + 1n, first + 2n]);
    expect(new Set(saved.map((each) => each!.etag)).size).toBe(3);
  });

  it('lets one of several writers with the same etag through and tells the others the new one', async () => {
    const { offers } = fresh.catalogue;
    await offers.saveDraft(offer, draft(), { actor });
    const { etag } = (await offers.find(offer))!;

    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((title) =>
        offers.saveDraft(offer, draft({ title }), { actor, ifMatch: etag }),
      ),
    );

    const now = (await offers.find(offer))!.etag;
    expect(answers.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
    expect(answers.filter(({ kind }) => kind === 'conflict')).toEqual(
      [1, 2, 3].map(() => ({ kind: 'conflict', etag: now })),
    );
  });

  it('creates an offer once when many create it at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => fresh.catalogue.offers.saveDraft(offer, draft(), { actor })),
    );

    expect(answers.filter((answer) => answer.kind === 'saved' && answer.created)).toHaveLength(1);
  });

  it('refuses an etag for an offer that is not there, except *', async () => {
    const { offers } = fresh.catalogue;

    const stale = await offers.saveDraft(offer, draft(), { actor, ifMatch: 'W/"x"' });
    const any = await offers.saveDraft(offer, draft(), { actor, ifMatch: '*' });

    expect(stale).toEqual({ kind: 'conflict', etag: '' });
    expect(any.kind).toBe('saved');
  });

  it('keeps texts with characters that PostgreSQL refuses', async () => {
    const { offers } = fresh.catalogue;

    await offers.saveDraft(offer, draft({ title: 'a\0b\uD800' }), { actor: 'b\0b' });

    expect((await offers.find(offer))?.draft).toEqual(draft({ title: 'a\uFFFDb\uFFFD' }));
  });

  it('refuses an unknown offer type and stores nothing', async () => {
    const { offers } = fresh.catalogue;

    await expect(offers.saveDraft(offer, { offerTypeId: 'other' }, { actor })).rejects.toThrow('offerTypeId');

    expect(await offers.find(offer)).toBeUndefined();
  });
});

describe('freezing', () => {
  it('makes one version per publication, whoever asks how often, and the next one for the next', async () => {
    const { offers } = fresh.catalogue;
    await offers.saveDraft(offer, draft({ title: 'one' }), { actor });

    const same = await Promise.all(
      [1, 2, 3].map(() => offers.freeze(offer, 'p1', { regions: ['westeurope', 'eastus'] })),
    );
    await offers.saveDraft(offer, draft({ title: 'two' }), { actor });
    const next = await offers.freeze(offer, 'p2', { regions: ['westeurope'] });

    expect(same.map((version) => version?.offerVersion)).toEqual([1, 1, 1]);
    expect(next).toMatchObject({
      offerVersion: 2,
      document: draft({ title: 'two' }),
      regions: ['westeurope'],
    });
    expect(await offers.findVersion(offer, 1)).toEqual(same[0]);
    expect(same[0]).toMatchObject({ document: draft({ title: 'one' }), regions: ['westeurope', 'eastus'] });
  });

  it('answers nothing for an offer that is not there, and refuses the id of another offer', async () => {
    const { offers } = fresh.catalogue;
    await offers.saveDraft(offer, draft(), { actor });
    await offers.saveDraft(anotherOffer, draft(), { actor });
    await offers.freeze(offer, 'p1', { regions: [] });

    expect(await offers.freeze({ ...offer, offerId: 'nothing' }, 'p2', { regions: [] })).toBeUndefined();
    await expect(offers.freeze(anotherOffer, 'p1', { regions: [] })).rejects.toThrow(
      'belongs to another publication',
    );
  });

  it.each(["update offer_version set document = '{}'", 'delete from offer_version'])(
    'cannot be undone: %s',
    async (statement) => {
      await fresh.catalogue.offers.saveDraft(offer, draft(), { actor });
      await fresh.catalogue.offers.freeze(offer, 'p1', { regions: [] });

      await expect(query(fresh.databaseUrl, statement)).rejects.toThrow('never changed');
    },
  );
});

it('counts the offers of a publisher by status in the transaction of the change', async () => {
  await openSample(fresh.catalogue, 'p1');
  await fresh.catalogue.offers.saveDraft(anotherOffer, draft(), { actor });
  const events = story('p1', { kind: 'ended', outcome: 'failed' });
  await fresh.catalogue.publications.record({
    publicationId: 'p1',
    runId: 'p1-run',
    firstSequence: 1,
    events,
  });

  const counts = await query(
    fresh.databaseUrl,
    'select status, offers::int from offer_count where offers <> 0 order by status',
  );

  expect(counts).toEqual([
    { status: 'failed', offers: 1 },
    { status: 'neverPublished', offers: 1 },
  ]);
});

it('lists the newest change first, of one publisher or of all', async () => {
  const { offers } = fresh.catalogue;
  const foreign = { publisherId: 'fabrikam', offerId: 'vm' };
  for (const each of [offer, anotherOffer, foreign]) await offers.saveDraft(each, draft(), { actor });
  await offers.saveDraft(offer, draft(), { actor });

  const ids = (list: readonly { offerId: string }[]) => list.map(({ offerId }) => offerId);
  expect(ids(await offers.list('contoso'))).toEqual(['linux-vm', 'windows-vm']);
  expect(ids(await offers.list()).toSorted()).toEqual(['linux-vm', 'vm', 'windows-vm']);
});

describe('freezing a draft that was checked', () => {
  it('refuses another draft, and finds again what it froze although the draft moved on', async () => {
    const { offers } = fresh.catalogue;
    await offers.saveDraft(offer, draft(), { actor });
    const { etag: seen } = (await offers.find(offer))!;
    await offers.saveDraft(offer, draft({ title: 'changed' }), { actor });
    const { etag } = (await offers.find(offer))!;

    await expect(offers.freeze(offer, 'p1', { regions: [], draftEtag: seen })).rejects.toMatchObject({
      name: 'DraftChangedError',
    });
    expect(await offers.findVersion(offer, 1)).toBeUndefined();
    const frozen = await offers.freeze(offer, 'p1', { regions: [], draftEtag: etag });
    await offers.saveDraft(offer, draft({ title: 'changed again' }), { actor });
    const again = await offers.freeze(offer, 'p1', { regions: [], draftEtag: etag });

    expect(frozen).toMatchObject({ offerVersion: 1, document: draft({ title: 'changed' }) });
    expect(again).toEqual(frozen);
  });
});

describe('a publisher’s language', () => {
  it('is English until another is set, and nobody’s for an unknown publisher', async () => {
    const { offers, publishers } = fresh.catalogue;
    await offers.saveDraft(offer, draft(), { actor });

    expect(await publishers.languageOf('contoso')).toBe('en');
    expect(await publishers.change('contoso', { language: 'es' }, actor)).toMatchObject({ language: 'es' });
    await offers.saveDraft(anotherOffer, draft(), { actor });
    expect(await publishers.languageOf('contoso')).toBe('es');
    expect(await publishers.change('nobody', { language: 'es' }, actor)).toBeUndefined();
    expect(await publishers.languageOf('nobody')).toBeUndefined();
  });
});
