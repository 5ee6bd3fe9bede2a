import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import type { OpenedPublication, OpenPublicationInput } from '../../src/activities/contract';
import { openPublicationActivities } from '../../src/activities/open-publication';
import type { Delays } from '../../src/domain/publication/delays';
import { usualDelays } from '../../src/domain/publication/pipelines/patience';
import type { PublicationLog, PublicationRecord } from '../../src/services/ports';
import { goodOffer } from '../domain/offer/good-offer';
import { fakeCataloguedOffer } from '../fakes/fake-catalogued-offer';
import { fakePublishers } from '../fakes/fake-publishers';

type Opening = Parameters<PublicationLog['open']>[0];

const input: OpenPublicationInput = {
  publicationId: 'pub-1',
  publisherId: 'contoso',
  offerId: 'linux-vm',
  runId: 'run-1',
};

const delays: Delays = {
  signOffReminderEveryMs: 1,
  addressReminderEveryMs: 2,
  reviewReminderEveryMs: 3,
  reviewEscalationAfterMs: 4,
};

function withoutWaits(opened: unknown): unknown {
  const answer = opened as OpenedPublication;
  if (answer.kind === 'refused') return answer;
  const { patience: _patience, review: _review, ...pipeline } = answer.pipeline;
  return { ...answer, pipeline };
}

/** The activity over an offer, with a log that knows of earlier publications left open. */
function setUp(abandoned: readonly string[] = [], delays: Delays = usualDelays) {
  const offers = fakeCataloguedOffer(goodOffer());
  const publishers = fakePublishers(() => []);
  const opened: Opening[] = [];
  const released: string[] = [];
  let awayWith: Error | undefined;
  let openFails: Error | undefined;
  const { openPublication } = openPublicationActivities({
    offers,
    regions: ['westeurope', 'eastus'],
    delays,
    publicUrl: 'http://127.0.0.1:8080',
    publishers,
    publications: {
      open: async (opening) => {
        if (openFails !== undefined) throw openFails;
        opened.push(opening);
        return { abandoned: abandoned.map((publicationId) => ({ publicationId }) as PublicationRecord) };
      },
    },
    releaseHolds: async ({ publicationId }) => {
      released.push(`holds of ${publicationId}`);
      return async () => {
        if (awayWith !== undefined) throw awayWith;
        released.push(`bytes of ${publicationId}`);
      };
    },
  });
  const run = (change: Partial<OpenPublicationInput> = {}) =>
    new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') }).run(openPublication, {
      ...input,
      ...change,
    });
  return {
    offers,
    opened,
    released,
    run,
    publishers,
    failOpening: (error: Error) => (openFails = error),
    storageIsAway: () => (awayWith = new Error('storage is away')),
  };
}

describe('openPublication', () => {
  it('freezes the draft, opens the log and says how this offer type is published', async () => {
    const { offers, opened, run } = setUp();

    const answer = await run({ language: 'es', requestedBy: 'ada' });

    expect(answer).toMatchObject({
      kind: 'opened',
      offerVersion: 1,
      offerType: 'microsoft-azure-virtualmachines',
      language: 'es',
      statusPage: 'http://127.0.0.1:8080/publishers/contoso/offers/linux-vm/status',
      pipeline: { cancelPolicy: 'atSignOff' },
    });
    expect(offers.versions).toMatchObject([{ offerVersion: 1, regions: ['westeurope', 'eastus'] }]);
    expect(opened).toEqual([
      {
        publicationId: 'pub-1',
        runId: 'run-1',
        offer: { publisherId: 'contoso', offerId: 'linux-vm' },
        offerVersion: 1,
        language: 'es',
        requestedBy: 'ada',
      },
    ]);
  });

  it('freezes once, however often it is called for the same publication', async () => {
    const { offers, run } = setUp();

    const first = await run();
    offers.setDraft({ ...goodOffer(), changed: true });
    const second = await run();

    expect(second).toEqual(first);
    expect(offers.versions).toHaveLength(1);
  });

  it('publishes an earlier version when one is named, and freezes nothing', async () => {
    const { offers, run } = setUp();
    await run();
    await run({ publicationId: 'pub-2' });

    const answer = await run({ publicationId: 'pub-3', offerVersion: 1 });

    expect(answer).toMatchObject({ kind: 'opened', offerVersion: 1 });
    expect(offers.versions).toHaveLength(2);
  });

  it.each([1, 2])('refuses to publish version %i when version 2 is live, and writes nothing', async (old) => {
    const { offers, opened, run } = setUp();
    await run();
    await run({ publicationId: 'pub-2' });
    offers.setLive(2);
    opened.length = 0;

    const answer = await run({ publicationId: 'pub-3', offerVersion: old });

    expect(answer).toMatchObject({
      kind: 'refused',
      findings: [
        { ruleId: 'publication.version-not-newer', params: { offerVersion: old, live: 2 }, expected: '> 2' },
      ],
    });
    expect(opened).toEqual([]);
  });

  it('publishes an earlier version that is newer than the live one', async () => {
    const { offers, run } = setUp();
    await run();
    await run({ publicationId: 'pub-2' });
    offers.setLive(1);

    const answer = await run({ publicationId: 'pub-3', offerVersion: 2 });

    expect(answer).toMatchObject({ kind: 'opened', offerVersion: 2 });
  });

  it('publishes the unchanged draft again when no version is named, as a newer one', async () => {
    const { offers, run } = setUp();
    await run();
    offers.setLive(1);

    const answer = await run({ publicationId: 'pub-2' });

    expect(answer).toMatchObject({ kind: 'opened', offerVersion: 2 });
  });

  it('opens again for a run that was reset after it had gone live with a named version', async () => {
    const { offers, run } = setUp();
    await run();
    offers.setLive(1, 'pub-2');

    const answer = await run({ publicationId: 'pub-2', offerVersion: 1 });

    expect(answer).toMatchObject({ kind: 'opened', offerVersion: 1 });
  });

  it('frees what terminated publications left behind', async () => {
    const { released, run } = setUp(['old-1', 'old-2']);

    await run();

    expect(released.toSorted()).toEqual([
      'bytes of old-1',
      'bytes of old-2',
      'holds of old-1',
      'holds of old-2',
    ]);
  });

  it('opens although bytes of terminated publications cannot be deleted now', async () => {
    const { released, run, storageIsAway } = setUp(['old-1', 'old-2']);
    storageIsAway();

    const answer = await run();

    expect(answer).toMatchObject({ kind: 'opened' });
    expect(released).toEqual(['holds of old-1', 'holds of old-2']);
  });

  it.each([
    ['the publish call’s, before the publisher’s', 'ru', 'es', 'ru'],
    ['the publisher’s, when the call names none', undefined, 'es', 'es'],
    ['English, when nobody chose', undefined, undefined, 'en'],
  ] as const)('speaks %s', async (_whose, called, chosen, language) => {
    const { opened, run, publishers } = setUp();
    if (chosen !== undefined) await publishers.create({ publisherId: 'contoso', language: chosen }, 'ann');

    const answer = await run(called === undefined ? {} : { language: called });

    expect(answer).toMatchObject({ kind: 'opened', language });
    expect(opened).toMatchObject([{ language }]);
  });

  it.each([1, 2] as const)('asks for as many go-lives as the publisher wants: %d', async (goLiveVotes) => {
    const { run, publishers } = setUp();
    await publishers.create({ publisherId: 'contoso', goLiveVotes }, 'ann');

    const answer = await run();

    expect(answer).toMatchObject({ kind: 'opened', pipeline: { votes: goLiveVotes } });
  });

  it('says how this installation reminds, and nothing else otherwise than the offer type does', async () => {
    const usual = await setUp().run();
    const { run } = setUp([], delays);

    const answer = await run();

    expect(answer).toMatchObject({
      pipeline: {
        patience: { signOffReminderEveryMs: 1, addressReminderEveryMs: 2, addressWithinMs: 30 * 86_400_000 },
        review: { approvers: 'review', reminderEveryMs: 3, escalationAfterMs: 4 },
      },
    });
    expect(withoutWaits(answer)).toEqual(withoutWaits(usual));
  });

  it('refuses a draft that is another than the one that was checked, and freezes nothing', async () => {
    const { offers, opened, run } = setUp();
    const { etag = '' } = (await offers.find({ publisherId: 'contoso', offerId: 'linux-vm' })) ?? {};

    const refusal = await run({ draftEtag: 'seen before' });
    const nothing = { opened: [...opened], versions: [...offers.versions] };
    const answer = await run({ draftEtag: etag });

    expect(refusal).toMatchObject({
      kind: 'refused',
      findings: [{ ruleId: 'publication.draft-changed', params: { offerId: 'linux-vm' } }],
    });
    expect(nothing).toEqual({ opened: [], versions: [] });
    expect(answer).toMatchObject({ kind: 'opened', offerVersion: 1 });
  });

  it('refuses a publication id that belongs to another publication', async () => {
    const { run, failOpening } = setUp();
    failOpening(Object.assign(new Error('taken'), { name: 'PublicationIdTakenError' }));

    expect(await run()).toMatchObject({
      kind: 'refused',
      findings: [
        {
          ruleId: 'publication.wrong-input',
          params: { problem: 'publicationId belongs to another publication' },
        },
      ],
    });
  });

  it('is tried again when the catalogue is away', async () => {
    const { run, failOpening } = setUp();
    failOpening(new Error('the catalogue is away'));

    await expect(run()).rejects.toThrow('the catalogue is away');
  });

  it.each([
    ['an unknown offer', { offerId: 'nowhere' }, 'publication.unknown-offer'],
    ['an unknown publisher', { publisherId: 'nobody' }, 'publication.unknown-offer'],
    ['an unknown version', { offerVersion: 7 }, 'publication.unknown-version'],
    ['an id that is none', { offerId: '../linux-vm' }, 'publication.wrong-input'],
  ])('refuses %s and writes nothing', async (_what, change, ruleId) => {
    const { offers, opened, run } = setUp(['old-1']);

    const answer = await run(change);

    expect(answer).toMatchObject({ kind: 'refused', findings: [{ ruleId, severity: 'error' }] });
    expect({ opened, versions: offers.versions }).toEqual({ opened: [], versions: [] });
  });

  it('answers in less than 2 KiB', async () => {
    const answer = await setUp().run();

    expect(JSON.stringify(answer).length).toBeLessThan(2048);
  });
});
