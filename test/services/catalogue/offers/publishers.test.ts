import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { actor, draft, offer, query } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => void (fresh = await freshCatalogue()));
afterEach(() => fresh.drop());

it('makes a publisher once, with what was said of it', async () => {
  const { publishers } = fresh.catalogue;
  const contoso = { publisherId: 'contoso', displayText: 'Contoso\0 Ltd', language: 'es' } as const;

  const made = await publishers.create(contoso, 'ann');
  const again = await publishers.create({ publisherId: 'contoso' }, 'bob');

  expect(made).toMatchObject({
    publisherId: 'contoso',
    displayText: 'Contoso\uFFFD Ltd',
    language: 'es',
    goLiveVotes: 1,
  });
  expect(again).toBeUndefined();
  expect(await publishers.find('contoso')).toEqual(made);
  expect(await publishers.find('fabrikam')).toBeUndefined();
});

it('calls a publisher that its first draft made by its id', async () => {
  const { offers, publishers } = fresh.catalogue;

  await offers.saveDraft(offer, draft(), { actor });

  expect(await publishers.find('contoso')).toMatchObject({ displayText: 'contoso', language: 'en' });
});

it('changes what it is told to and leaves the rest', async () => {
  const { publishers } = fresh.catalogue;
  await publishers.create({ publisherId: 'contoso', displayText: 'Contoso', language: 'ru' }, 'ann');

  const voted = await publishers.change('contoso', { goLiveVotes: 2 }, 'bob');
  const same = await publishers.change('contoso', {}, 'bob');

  expect(voted).toMatchObject({ displayText: 'Contoso', language: 'ru', goLiveVotes: 2 });
  expect(same).toEqual(voted);
  expect(await publishers.change('nobody', { language: 'es' }, 'bob')).toBeUndefined();
});

it('writes every change to the audit log', async () => {
  const { publishers } = fresh.catalogue;

  await publishers.create({ publisherId: 'contoso', language: 'ru' }, 'ann');
  await publishers.change('contoso', { goLiveVotes: 2 }, 'bob');
  await publishers.change('contoso', {}, 'bob');

  expect(
    await query(
      fresh.databaseUrl,
      'select kind, actor, publisher_id, offer_id, payload from event order by id',
    ),
  ).toEqual([
    {
      kind: 'publisherCreated',
      actor: 'ann',
      publisher_id: 'contoso',
      offer_id: '',
      payload: { language: 'ru' },
    },
    {
      kind: 'publisherChanged',
      actor: 'bob',
      publisher_id: 'contoso',
      offer_id: '',
      payload: { goLiveVotes: 2 },
    },
  ]);
});

it('lists publishers by id, all or one', async () => {
  const { publishers } = fresh.catalogue;
  for (const publisherId of ['fabrikam', 'contoso']) await publishers.create({ publisherId }, 'ann');

  expect((await publishers.list()).map(({ publisherId }) => publisherId)).toEqual(['contoso', 'fabrikam']);
  expect((await publishers.list('fabrikam')).map(({ publisherId }) => publisherId)).toEqual(['fabrikam']);
  expect(await publishers.list('nobody')).toEqual([]);
});
