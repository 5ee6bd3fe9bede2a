import type { PublicationFact } from '../../../../src/domain/publication/events';
import type { PublicationMessageCode } from '../../../../src/domain/publication/message-codes';
import type { OperationKind } from '../../../../src/domain/publication/operation-state';
import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { until } from '../../../support/until';
import { offer, openSample, recordIn, wentLive } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const book = (operationId: string, kind: OperationKind, publicationId = 'p1') =>
  fresh.catalogue.operations.create({ operationId, kind, ...offer, publicationId, actor: 'alice' });
const find = (operationId: string) => fresh.catalogue.operations.find(offer, operationId);
const record = (...told: Parameters<ReturnType<typeof recordIn>>) => recordIn(fresh.catalogue)(...told);

function says(code: PublicationMessageCode, params: Record<string, string>): PublicationFact {
  return {
    kind: 'messageAdded',
    step: 'displaycertify',
    level: 'warning',
    message: { code, params: { name: 'goLive', ...params } },
  };
}
const refuses = (requestId: string): PublicationFact =>
  says('message.wrongState', { requestId, expected: 'waitingForPublisherReview', current: 'displaycertify' });
const accepts = (requestId: string): PublicationFact =>
  says('goLive.accepted', { requestId, actor: 'alice' });
const refused = {
  state: 'failed',
  refusal: { code: 'message.wrongState', params: { expected: 'waitingForPublisherReview' } },
};

it('fail when the run refuses their message, for its reason, and alone', async () => {
  await openSample(fresh.catalogue, 'p1');
  await book('early', 'goLive');
  await book('another', 'goLive');
  await book('c1', 'cancel');

  await record('p1', 1, [refuses('early')]);

  expect(await find('early')).toMatchObject({ ...refused, endedAt: expect.any(String) as string });
  expect(await find('another')).toMatchObject({ state: 'running', refusal: null });
  expect(await find('c1')).toMatchObject({ state: 'running', refusal: null });
});

it('stay failed whatever others bring about', async () => {
  await openSample(fresh.catalogue, 'p1');
  await book('early', 'goLive');
  await book('later', 'goLive');
  await record('p1', 1, [refuses('early')]);

  await record('p1', 4, [refuses('early'), accepts('later'), wentLive, { kind: 'ended', outcome: 'live' }]);

  expect(await find('early')).toMatchObject(refused);
  expect(await find('later')).toMatchObject({ state: 'succeeded', refusal: null });
});

it('have failed from the start when the refusal was in the log before them', async () => {
  await openSample(fresh.catalogue, 'p1');
  await record('p1', 1, [refuses('early')]);

  expect(await book('early', 'goLive')).toMatchObject(refused);
  expect(await book('other', 'goLive')).toMatchObject({ state: 'running', refusal: null });
});

it('tell watchers that they have ended', async () => {
  await openSample(fresh.catalogue, 'p1');
  await book('early', 'goLive');

  await record('p1', 1, [refuses('early')]);

  // The feed waits for older transactions, of other tests too.
  const told = await until('it is told', async () => {
    const events = await fresh.catalogue.events.after(undefined, 100);
    return events.find(({ kind }) => kind === 'operationChanged');
  });
  expect(told).toMatchObject({
    payload: { operationId: 'early', operationKind: 'goLive', state: 'failed' },
  });
});

it('are none of a refusal that names another message, or a publish', async () => {
  await openSample(fresh.catalogue, 'p1');
  await book('r1', 'cancel');
  await book('r2', 'publish');

  await record('p1', 1, [refuses('r1'), refuses('r2')]);

  expect([(await find('r1'))?.state, (await find('r2'))?.state]).toEqual(['running', 'running']);
});

it('of a decision that had counted already fail too when it is refused', async () => {
  await openSample(fresh.catalogue, 'p1');
  await book('w1', 'withdrawGoLive');

  await record('p1', 1, [says('message.wrongState', { name: 'withdrawGoLive', requestId: 'w1' })]);

  expect(await find('w1')).toMatchObject({ state: 'failed' });
});

it('come to life again when the run accepts after a reset what it had refused', async () => {
  await openSample(fresh.catalogue, 'p1');
  await book('early', 'goLive');
  await record('p1', 1, [refuses('early')]);

  await record('p1', 1, [accepts('early')], 'p1-reset');

  expect(await find('early')).toMatchObject({ state: 'running', refusal: null, endedAt: null });
});

describe('of a publication that nobody could name', () => {
  it('get it, and end with it, when the run accepts their message', async () => {
    await book('r1', 'goLive', '');
    await openSample(fresh.catalogue, 'p1');

    await record('p1', 1, [accepts('r1')]);
    const before = await find('r1');
    await record('p1', 4, [accepts('r1'), wentLive]);

    expect(before).toMatchObject({ publicationId: 'p1', state: 'running' });
    expect(await find('r1')).toMatchObject({ state: 'succeeded' });
  });

  it('get it, and fail, when the run refuses their message', async () => {
    await book('r1', 'goLive', '');
    await openSample(fresh.catalogue, 'p1');

    await record('p1', 1, [refuses('r1')]);

    expect(await find('r1')).toMatchObject({ ...refused, publicationId: 'p1' });
  });

  it.each([
    ['accepted', accepts, { state: 'running', publicationId: 'p1' }],
    ['refused', refuses, { ...refused, publicationId: 'p1' }],
  ] as const)('find it when their message was %s before them', async (_what, says, expected) => {
    await openSample(fresh.catalogue, 'p1');
    await record('p1', 1, [says('r1')]);

    expect(await book('r1', 'goLive', '')).toMatchObject(expected);
  });

  it('wait for it when the newest publication says nothing of their message', async () => {
    await openSample(fresh.catalogue, 'p1');
    await record('p1', 1, [accepts('another'), wentLive]);

    expect(await book('r1', 'goLive', '')).toMatchObject({ state: 'running', publicationId: '' });
  });
});

describe('an operation that its sender did not live to write', () => {
  const note = (operationId: string, actor: string) =>
    fresh.catalogue.operations.noteSender({ ...offer, operationId, actor });

  it('is written when the run tells that it has the publish or the message, with an end of its own', async () => {
    await note('p1', 'alice@contoso.example');
    await note('g1', 'alice');
    await openSample(fresh.catalogue, 'p1');
    await record('p1', 1, [accepts('g1')]);
    const begun = [await find('p1'), await find('g1')];

    await record('p1', 4, [accepts('g1'), wentLive, { kind: 'ended', outcome: 'live' }]);

    expect(begun).toMatchObject([
      { kind: 'publish', publicationId: 'p1', actor: 'alice@contoso.example', state: 'running' },
      { kind: 'goLive', publicationId: 'p1', actor: 'alice', state: 'running', endedAt: null },
    ]);
    expect([await find('p1'), await find('g1')]).toMatchObject([
      { state: 'succeeded' },
      { state: 'succeeded' },
    ]);
    const events = await fresh.catalogue.history.page(offer, { limit: 50 });
    expect(events.filter(({ kind }) => kind === 'operationAccepted')).toHaveLength(2);
  });

  it('stays one when its sender lived after all', async () => {
    await note('g1', 'alice');
    await openSample(fresh.catalogue, 'p1');
    await record('p1', 1, [accepts('g1')]);

    await book('g1', 'goLive');

    const all = await fresh.catalogue.operations.listOf(offer);
    const events = await fresh.catalogue.history.page(offer, { limit: 50 });
    expect(all.map(({ operationId }) => operationId)).toEqual(['g1']);
    expect(events.filter(({ kind }) => kind === 'operationAccepted')).toHaveLength(1);
  });

  it.each([
    ['somebody else took its id', accepts('g1'), 'mallory'],
    ['the run refused it', refuses('g1'), 'alice'],
  ])('is none when %s', async (_why, told, sender) => {
    await note('g1', sender);
    await openSample(fresh.catalogue, 'p1');

    await record('p1', 1, [told]);

    expect(await find('g1')).toBeUndefined();
  });
});
