import { randomUUID } from 'node:crypto';
import type { NewReview } from '../../../src/services/ports';
import { type FreshCatalogue, freshCatalogue } from '../../support/fresh-catalogue';
import { offer } from './sample';

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

  it('that nobody decided is withdrawn, and told again when asked again', async () => {
    const { reviews } = fresh.catalogue;
    await reviews.open(newReview());

    const [first] = await reviews.withdraw('p-1', 'system');
    const [second] = await reviews.withdraw('p-1', 'system');

    expect(first).toMatchObject({ decision: 'withdrawn', decidedBy: 'system' });
    expect(second).toEqual(first);
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

describe('a thread', () => {
  it('is bound to its place, and is written once however often it is sent', async () => {
    const { reviewThreads, history } = fresh.catalogue;
    const place = { file: 'basic/mainTemplate.json', line: 12, pointer: null };
    const first = comment();

    const opened = await reviewThreads.open(offer, place, first);
    const again = await reviewThreads.open(offer, nowhere, first);

    expect(again).toEqual(opened);
    expect(opened).toMatchObject({
      ...offer,
      threadId: first.commentId,
      place,
      state: 'open',
      comments: [{ commentId: first.commentId, text: 'Why?', side: 'reviewer' }],
    });
    expect((await history.page(offer, { limit: 10 })).map(({ kind }) => kind)).toEqual([
      'reviewThreadOpened',
    ]);
  });

  it('stays open for the next publication, which answers and resolves it', async () => {
    const { reviewThreads, history } = fresh.catalogue;
    const { threadId } = await reviewThreads.open(offer, nowhere, comment());
    const answer = comment({ publicationId: 'p-2', side: 'publisher', text: 'Mended\0' });

    await reviewThreads.answer(offer, threadId, answer);
    const answered = await reviewThreads.answer(offer, threadId, answer);
    await reviewThreads.setState({ ...offer, threadId }, { state: 'resolved', actor: 'rita' });
    const resolved = await reviewThreads.setState(
      { ...offer, threadId },
      { state: 'resolved', actor: 'rita' },
    );

    expect(answered?.comments).toMatchObject([
      { publicationId: 'p-1', text: 'Why?' },
      { publicationId: 'p-2', text: 'Mended\uFFFD', side: 'publisher' },
    ]);
    expect(resolved?.state).toBe('resolved');
    expect(await reviewThreads.listOf(offer, 'open')).toEqual([]);
    expect(await reviewThreads.listOf(offer)).toEqual([resolved]);
    expect((await history.page(offer, { limit: 10 })).map(({ kind }) => kind)).toEqual([
      'reviewThreadResolved',
      'reviewThreadAnswered',
      'reviewThreadOpened',
    ]);
  });

  it('is nobody else’s', async () => {
    const { reviewThreads } = fresh.catalogue;
    const { threadId } = await reviewThreads.open(offer, nowhere, comment());
    const other = { publisherId: 'fabrikam', offerId: offer.offerId };

    expect(await reviewThreads.listOf(other)).toEqual([]);
    expect(await reviewThreads.answer(other, threadId, comment())).toBeUndefined();
    expect(
      await reviewThreads.setState({ ...other, threadId }, { state: 'resolved', actor: 'x' }),
    ).toBeUndefined();
    expect(await reviewThreads.listOf(offer)).toMatchObject([
      { state: 'open', comments: [{ text: 'Why?' }] },
    ]);
  });
});
