import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { actor, anotherOffer, draft, offer, openSample, said, story } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const history = () => fresh.catalogue.history;
const kinds = async (query: Partial<Parameters<FreshCatalogue['catalogue']['history']['page']>[1]> = {}) =>
  (await history().page(offer, { limit: 100, ...query })).map(({ kind }) => kind);

const told = (actorName: string, requestId: string) => ({
  kind: 'messageAdded' as const,
  step: 'publisher-signoff',
  level: 'information' as const,
  message: { code: 'goLive.accepted', params: { actor: actorName, requestId } },
});

async function record(...facts: Parameters<typeof story>[1][]): Promise<void> {
  await fresh.catalogue.publications.record({
    publicationId: 'p1',
    runId: 'p1-run',
    firstSequence: 1,
    events: story('p1', ...facts),
  });
}

it('tells everything that happened to one offer, newest first, and nothing of another', async () => {
  await openSample(fresh.catalogue, 'p1');
  await record(said('hello'), { kind: 'ended', outcome: 'failed' });
  await fresh.catalogue.offers.saveDraft(anotherOffer, draft(), { actor });

  expect(await kinds()).toEqual([
    'ended',
    'messageAdded',
    'opened',
    'started',
    'versionFrozen',
    'draftSaved',
  ]);
});

it('tells of a publisher itself who changed it and its tokens, page by page, and nothing of its offers', async () => {
  const { publishers, tokens } = fresh.catalogue;
  const ofPublisher = { publisherId: 'contoso', offerId: '' };
  await publishers.create({ publisherId: 'contoso' }, 'ann');
  await publishers.create({ publisherId: 'fabrikam' }, 'ann');
  await fresh.catalogue.offers.saveDraft(offer, draft(), { actor });
  const wanted = { publisherId: 'contoso', name: 'ci', role: 'Owner', expiresAt: null } as const;
  const made = await tokens.create({ ...wanted, digest: Buffer.alloc(32, 1) }, 'bob');
  if (made.kind === 'created') await tokens.revoke(made.token, 'carol');

  const first = await history().page(ofPublisher, { limit: 1 });
  const rest = await history().page(ofPublisher, { limit: 9, before: first[0]!.cursor });
  const wrote = [...first, ...rest].map(({ kind, actor: who, isVouchedFor }) => [kind, who, isVouchedFor]);

  expect(wrote).toEqual([
    ['tokenRevoked', 'carol', true],
    ['tokenCreated', 'bob', true],
    ['publisherCreated', 'ann', true],
  ]);
});

it('leaves kinds of events out, and fills its pages all the same', async () => {
  await openSample(fresh.catalogue, 'p1');
  await record(said('one'), said('two'), { kind: 'ended', outcome: 'failed' });
  const exceptKinds = ['messageAdded', 'opened'];

  expect(await kinds({ exceptKinds })).toEqual(['ended', 'started', 'versionFrozen', 'draftSaved']);
  expect(await kinds({ exceptKinds, limit: 2 })).toEqual(['ended', 'started']);
});

it('goes back page by page, whatever is added in front', async () => {
  await openSample(fresh.catalogue, 'p1');
  await record(said('one'), said('two'));
  const all = await kinds();

  const first = await history().page(offer, { limit: 2 });
  await record(said('one'), said('two'), said('three'));
  const second = await history().page(offer, { limit: 100, before: first.at(-1)!.cursor });

  expect([...first, ...second].map(({ kind }) => kind)).toEqual(all);
});

it('goes by when things happened, also where the log learned of it later, and page by page alike', async () => {
  await openSample(fresh.catalogue, 'p1');
  const facts = story('p1', { kind: 'goLiveVoted', actor: 'bob' }, said('one'), said('two'));
  await fresh.catalogue.publications.record({
    publicationId: 'p1',
    runId: 'p1-run',
    firstSequence: 1,
    events: facts.map((event, index) => ({
      ...event,
      // Long before the draft was saved; two at one moment stay as the log has them.
      at: new Date(Date.UTC(2020, 0, 1, 0, 0, Math.min(index, 3))).toISOString(),
    })),
  });

  const all = await history().page(offer, { limit: 100 });
  const paged: (typeof all)[number][] = [];
  for (let before: string | undefined; paged.length < all.length; before = paged.at(-1)!.cursor) {
    const page = await history().page(offer, { limit: 1, before });
    if (page.length === 0) break;
    paged.push(...page);
  }

  expect(all.map(({ kind }) => kind)).toEqual([
    'versionFrozen',
    'draftSaved',
    'messageAdded',
    'messageAdded',
    'goLiveVoted',
    'opened',
    'started',
  ]);
  expect(all[2]).toMatchObject({ payload: { message: { params: { text: 'two' } } } });
  expect(paged).toEqual(all);
  expect(await history().page(offer, { limit: 1, before: all.at(-1)!.cursor })).toEqual([]);
});

it('takes the cursor of another offer for no place in this one', async () => {
  await openSample(fresh.catalogue, 'p1');
  await fresh.catalogue.offers.saveDraft(anotherOffer, draft(), { actor });
  const [foreign] = await history().page(anotherOffer, { limit: 1 });

  expect(await kinds({ before: foreign!.cursor })).toEqual([]);
});

it('filters by kind, actor and attempt, and an attempt is whole', async () => {
  await openSample(fresh.catalogue, 'p1');
  await record({ kind: 'cancelRequested', actor: 'bob' }, { kind: 'ended', outcome: 'canceled' });
  await openSample(fresh.catalogue, 'p2');

  expect(await kinds({ kind: 'draftSaved' })).toEqual(['draftSaved', 'draftSaved']);
  expect(await kinds({ actor: 'bob' })).toEqual(['cancelRequested']);
  expect(await kinds({ publicationId: 'p1' })).toEqual([
    'ended',
    'cancelRequested',
    'opened',
    'started',
    'versionFrozen',
  ]);
  expect(await history().choices(offer)).toMatchObject({
    kinds: ['cancelRequested', 'draftSaved', 'ended', 'opened', 'started', 'versionFrozen'],
    actors: [actor, 'bob'],
    publications: [
      { publicationId: 'p2', offerVersion: 2 },
      { publicationId: 'p1', offerVersion: 1 },
    ],
  });
});

it('vouches for whom API or portal let in, and for nobody a message from elsewhere names', async () => {
  const { operations } = fresh.catalogue;
  await openSample(fresh.catalogue, 'p1');
  const goLive = { operationId: 'r1', kind: 'goLive', ...offer, publicationId: 'p1', actor: 'ann' } as const;
  await operations.create(goLive);
  await record(told('ann', 'r1'), { kind: 'goLiveVoted', actor: 'ann' }, told('ann', 'r2'), {
    kind: 'goLiveVoted',
    actor: 'ann',
  });

  const events = await history().page(offer, { limit: 100 });
  const vouched = events.map(({ kind, isVouchedFor }) => [kind, isVouchedFor]);

  expect(vouched).toEqual([
    ['goLiveVoted', false],
    ['messageAdded', false],
    ['goLiveVoted', true],
    ['messageAdded', true],
    ['opened', true],
    // Nobody recorded who has started this one.
    ['started', false],
    ['operationAccepted', true],
    ['versionFrozen', true],
    ['draftSaved', true],
  ]);
});

it('doubts no message that names nobody, or only whom another message names already', async () => {
  const { operations } = fresh.catalogue;
  await openSample(fresh.catalogue, 'p1');
  const goLive = { operationId: 'r1', kind: 'goLive', ...offer, publicationId: 'p1', actor: 'ann' } as const;
  await operations.create(goLive);
  const refused = (requestId: string) => ({
    ...told('ann', requestId),
    message: { code: 'message.alreadyDecided', params: { name: 'goLive', requestId } },
  });
  const approved = {
    ...told('ann', 'r1'),
    message: { code: 'certification.exceptionApproved', params: { actor: 'ann' } },
  };
  await record(told('ann', 'r1'), { kind: 'goLiveApproved' }, refused('r1'), refused('r2'), approved);

  const events = await history().page(offer, { limit: 5 });

  expect(events.map(({ kind, isVouchedFor }) => [kind, isVouchedFor])).toEqual([
    ['messageAdded', true],
    ['messageAdded', true],
    ['messageAdded', true],
    ['goLiveApproved', true],
    ['messageAdded', true],
  ]);
});

it('vouches for the addresses that a start brought along, and for none that a message of no record says', async () => {
  const { operations } = fresh.catalogue;
  await openSample(fresh.catalogue, 'p1');
  const publish = {
    operationId: 'p1',
    kind: 'publish',
    ...offer,
    publicationId: 'p1',
    actor: 'ann',
  } as const;
  await operations.create(publish);
  const provided = { kind: 'emailsProvided', emails: ['ann@contoso.com'], actor: 'ann' } as const;
  const started = {
    kind: 'started',
    publicationId: 'p1',
    ...offer,
    language: 'en',
    requestedBy: 'ann',
  } as const;
  await record(started, provided, told('ann', 'r2'), provided);

  const events = await history().page(offer, { limit: 3 });

  expect(events.map(({ kind, isVouchedFor }) => [kind, isVouchedFor])).toEqual([
    ['emailsProvided', false],
    ['messageAdded', false],
    ['emailsProvided', true],
  ]);
});

it('tells of each mail once, whatever sends it twice', async () => {
  const { sentMails } = fresh.catalogue;
  await openSample(fresh.catalogue, 'p1');
  const key = 'p1/previewReady/1/ann@contoso.com';
  await sentMails.prepare(key, 'p1');

  await Promise.all([sentMails.markSent(key), sentMails.markSent(key)]);
  await sentMails.markSent(key);

  const [mail, ...others] = await history().page(offer, { limit: 100, kind: 'mailSent' });
  expect(mail).toMatchObject({
    publicationId: 'p1',
    payload: { event: 'previewReady', number: 1, to: 'ann@contoso.com' },
  });
  expect(others).toEqual([]);
});

it('names a mail by the title of the version it was about, whatever the draft is called by now', async () => {
  const { offers, sentMails } = fresh.catalogue;
  const titled = (title: string) => draft({ offer: { 'microsoft-azure-marketplace.title': title } });
  await offers.saveDraft(offer, titled('Contoso Web Shop'), { actor });
  const version = await offers.freeze(offer, 'p1', { regions: ['westeurope'] });
  await fresh.catalogue.publications.open({
    publicationId: 'p1',
    runId: 'p1-run',
    offer,
    offerVersion: version!.offerVersion,
    language: 'en',
    requestedBy: actor,
  });
  await offers.saveDraft(offer, titled('Another Name'), { actor });
  const key = 'p1/live/1/ann@contoso.com';
  await sentMails.prepare(key, 'p1');

  await sentMails.markSent(key);

  const [mail] = await history().page(offer, { limit: 1, kind: 'mailSent' });
  expect(mail?.payload).toEqual({
    event: 'live',
    number: 1,
    to: 'ann@contoso.com',
    title: 'Contoso Web Shop',
  });
});

it.each(['', 'x', '1', '1.', '1.2.3', "1.1' or true", '9999999999999999999999.1', '-1.1'])(
  'refuses the cursor %p before it reaches the database',
  async (before) => {
    await expect(history().page(offer, { limit: 1, before })).rejects.toThrow('not the cursor of an event');
  },
);
