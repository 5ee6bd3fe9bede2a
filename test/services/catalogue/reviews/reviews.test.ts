import { randomUUID } from 'node:crypto';
import type { NewReview } from '../../../../src/services/ports';
import { type FreshCatalogue, freshCatalogue } from '../../../support/fresh-catalogue';
import { offer, openSample, query, recordIn } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const newReview = (changed: Partial<NewReview> = {}): NewReview => ({
  ...offer,
  publicationId: 'p-1',
  step: 'microsoft-review',
  offerType: 'microsoft-azure-applications',
  offerVersion: 1,
  title: 'Contoso\0 Web Shop',
  packageDigest: 'd'.repeat(64),
  reportIds: ['r-1'],
  changes: ['basic/mainTemplate.json: changed'],
  certificationNotes: 'Notes',
  signedOffBy: ['ann@contoso'],
  board: 'own',
  dueAt: '2027-01-01T00:00:00.000Z',
  askedAt: '2026-01-01T00:00:00.000Z',
  ...changed,
});

const comment = (changed: object = {}) => ({
  commentId: randomUUID(),
  publicationId: 'p-1',
  actor: 'rita@contoso',
  side: 'reviewer' as const,
  text: 'Why?',
  ...changed,
});

const longAgo = (column: string, minutes: number): Promise<unknown> =>
  query(fresh.databaseUrl, `update review_item set ${column} = ${column} - interval '${minutes} minutes'`);

const nowhere = { file: null, line: null, pointer: null };

describe('a review', () => {
  it('is one for a publication and step, however often and from wherever it is opened', async () => {
    const { reviews } = fresh.catalogue;

    const opened = await Promise.all([1, 2, 3].map(() => reviews.open(newReview())));
    const again = await reviews.open(newReview({ title: 'Another' }));

    expect(new Set(opened.map(({ reviewNumber }) => reviewNumber)).size).toBe(1);
    expect(again).toEqual(opened[0]);
    expect(again).toMatchObject({
      title: 'Contoso\uFFFD Web Shop',
      reportIds: ['r-1'],
      signedOffBy: ['ann@contoso'],
      workItem: null,
      decision: null,
    });
    expect(await reviews.listOf(offer)).toEqual([again]);
  });

  it('keeps the first name the board gave it', async () => {
    const { reviews } = fresh.catalogue;
    const item = await reviews.open(newReview());

    await reviews.settle(item, { board: 'own', id: '17', url: 'https://board.example/17' });
    await reviews.settle(item, { board: 'own', id: '18', url: 'https://board.example/18' });

    expect((await reviews.find(item))?.workItem).toEqual({
      board: 'own',
      id: '17',
      url: 'https://board.example/17',
    });
  });

  it('ends once: the first decision counts', async () => {
    const { reviews } = fresh.catalogue;
    const item = await reviews.open(newReview());

    const first = await reviews.close(item, { decision: 'approve', actor: 'rita' });
    const second = await reviews.close(item, { decision: 'requestChanges', actor: 'rolf' });
    const withdrawn = await reviews.withdraw('p-1', 'system');

    expect(second).toEqual(first);
    expect(first).toMatchObject({ decision: 'approve', decidedBy: 'rita' });
    expect(withdrawn).toEqual([]);
    expect(
      await reviews.close({ publicationId: 'none', step: 'x' }, { decision: 'approve', actor: 'r' }),
    ).toBeUndefined();
  });

  it.each(['approve', 'requestChanges'] as const)(
    'is asked anew about bytes that nobody had before them when it was decided: %s',
    async (decision) => {
      const { reviews } = fresh.catalogue;
      const first = await reviews.open(newReview({ reportIds: ['r-1', 'r-2'] }));
      await reviews.settle(first, { board: 'own', id: '17', url: 'https://board.example/17' });
      await reviews.close(first, { decision, actor: 'rita' });

      const repeated = await reviews.open(newReview({ reportIds: ['r-2'] }));
      const anew = await reviews.open(newReview({ reportIds: ['r-1', 'r-3'] }));
      const again = await reviews.open(newReview({ reportIds: ['r-1', 'r-3'] }));
      await reviews.close(anew, { decision: 'approve', actor: 'rolf' });

      expect(repeated.decision).toBe(decision);
      expect(anew).toMatchObject({ decision: null, reportIds: ['r-1', 'r-3'], workItem: null });
      expect(again).toEqual(anew);
      expect((await reviews.listOf(offer)).map(({ decidedBy }) => decidedBy)).toEqual(['rolf']);
    },
  );

  it('that was withdrawn or waits keeps what it is about', async () => {
    const { reviews } = fresh.catalogue;
    const waiting = await reviews.open(newReview());
    const withdrawn = await reviews.open(newReview({ publicationId: 'p-2' }));
    await reviews.withdraw('p-2', 'system');

    const late = [
      await reviews.open(newReview({ reportIds: ['r-9'] })),
      await reviews.open(newReview({ publicationId: 'p-2', reportIds: ['r-9'] })),
    ];

    expect(late.map(({ reviewNumber, reportIds }) => [reviewNumber, reportIds])).toEqual([
      [waiting.reviewNumber, ['r-1']],
      [withdrawn.reviewNumber, ['r-1']],
    ]);
  });

  it('is handed out once in five minutes until its board knows how it ended', async () => {
    const { reviews } = fresh.catalogue;
    const item = await reviews.open(newReview({ board: 'azure-devops' }));
    const elsewhere = await reviews.open(newReview({ board: 'another', publicationId: 'p-2' }));
    for (const each of [item, elsewhere]) await reviews.close(each, { decision: 'approve', actor: 'rita' });

    const atOnce = await reviews.takeUntold('azure-devops', 10);
    await longAgo('decided_at', 2);
    const due = await reviews.takeUntold('azure-devops', 10);
    const again = await reviews.takeUntold('azure-devops', 10);
    await longAgo('board_tried_at', 6);
    const later = await reviews.takeUntold('azure-devops', 10);
    await reviews.boardTold(item);
    await longAgo('board_tried_at', 6);

    expect(
      [atOnce, due, again, later].map((taken) => taken.map(({ publicationId }) => publicationId)),
    ).toEqual([[], ['p-1'], [], ['p-1']]);
    expect(await reviews.takeUntold('azure-devops', 10)).toEqual([]);
  });

  it('that nobody decided is withdrawn, and told again when asked again', async () => {
    const { reviews } = fresh.catalogue;
    await reviews.open(newReview());

    const [first] = await reviews.withdraw('p-1', 'system');
    const [second] = await reviews.withdraw('p-1', 'system');

    expect(first).toMatchObject({ decision: 'withdrawn', decidedBy: 'system' });
    expect(second).toEqual(first);
  });

  it('of a publication that has ended since is not opened, and after a reset of the run it is', async () => {
    const { reviews } = fresh.catalogue;
    const before = newReview();
    const afterwards = newReview({ askedAt: '2031-01-01T00:00:00.000Z' });
    await openSample(fresh.catalogue, 'p-1');
    await reviews.open(before);
    await reviews.withdraw('p-1', 'system');
    await recordIn(fresh.catalogue)('p-1', 1, [{ kind: 'ended', outcome: 'failed' }]);

    const late = reviews.open(before);
    await expect(late).rejects.toMatchObject({ name: 'EndedPublicationError' });
    const anew = await reviews.open(afterwards);

    expect(anew.decision).toBeNull();
    expect(await reviews.open(afterwards)).toEqual(anew);
    expect(await reviews.listOf(offer)).toEqual([anew]);
  });

  it('leaves the queue an hour after its publication ended without it, and its board is told', async () => {
    const { reviews } = fresh.catalogue;
    for (const publicationId of ['p-1', 'p-2']) {
      await openSample(fresh.catalogue, publicationId, { of: { ...offer, offerId: publicationId } });
      await reviews.open(newReview({ publicationId, offerId: publicationId }));
    }
    await query(fresh.databaseUrl, `update publication set ended_at = now() where publication_id = 'p-1'`);
    await longAgo('opened_at', 61);
    const waiting = async () =>
      (await reviews.waiting({ publisherId: null, after: null, limit: 10 })).map(
        (item) => item.publicationId,
      );

    const atOnce = [await reviews.withdrawEnded('system'), await waiting()];
    await query(fresh.databaseUrl, `update publication set ended_at = ended_at - interval '61 minutes'`);
    const later = [
      await reviews.withdrawEnded('system'),
      await waiting(),
      await reviews.withdrawEnded('system'),
    ];
    await longAgo('decided_at', 2);

    expect([atOnce, later]).toEqual([
      [0, ['p-1', 'p-2']],
      [1, ['p-2'], 0],
    ]);
    expect(await reviews.takeUntold('own', 10)).toMatchObject([
      { publicationId: 'p-1', decision: 'withdrawn', decidedBy: 'system' },
    ]);
  });

  it('waits in the queue until it ends: oldest first, page by page, of all publishers or one', async () => {
    const { reviews, reviewThreads } = fresh.catalogue;
    for (const [index, publisherId] of ['contoso', 'fabrikam', 'contoso'].entries()) {
      await reviews.open(newReview({ publisherId, publicationId: `p-${index}`, offerId: `o-${index}` }));
    }
    await reviews.close(
      { publicationId: 'p-0', step: 'microsoft-review' },
      { decision: 'approve', actor: 'r' },
    );
    await reviewThreads.open({ publisherId: 'contoso', offerId: 'o-2' }, nowhere, comment());

    const all = await reviews.waiting({ publisherId: null, after: null, limit: 10 });
    const next = await reviews.waiting({ publisherId: null, after: all[0]?.reviewNumber ?? '', limit: 10 });
    const own = await reviews.waiting({ publisherId: 'contoso', after: null, limit: 10 });
    const odd = await reviews.waiting({ publisherId: null, after: `' or 1=1`, limit: 1 });

    expect(all.map(({ publicationId }) => publicationId)).toEqual(['p-1', 'p-2']);
    expect(next.map(({ publicationId }) => publicationId)).toEqual(['p-2']);
    expect(own).toMatchObject([{ publicationId: 'p-2', openThreads: 1 }]);
    expect(odd).toHaveLength(1);
  });

  it('knows the files of the packages that certification found, and of nothing else', async () => {
    const { reviews, artefacts } = fresh.catalogue;
    const files = [{ path: 'mainTemplate.json', bytes: 2, digest: 'f'.repeat(64) }];
    const artefact = { bytes: 10, medium: 'blockBlob' as const, contentType: 'application/zip', ranges: [] };
    await artefacts.save({ ...artefact, digest: 'zip', facts: { package: { files } } });
    await artefacts.save({ ...artefact, digest: 'disk', facts: {} });
    await artefacts.bind(offer, 1, 'basic/1.0.0/package', 'zip', 'r-1');
    await artefacts.bind(offer, 1, 'basic/1.0.0/os', 'disk', 'r-1');

    expect(await reviews.packagesOf(offer, 1)).toEqual([
      { artefactId: 'basic/1.0.0/package', digest: 'zip', bytes: 10, files },
    ]);
    expect(await reviews.packagesOf(offer, 2)).toEqual([]);
  });
});
