import { randomUUID } from 'node:crypto';
import { type FreshCatalogue, freshCatalogue } from '../../../support/fresh-catalogue';
import { offer } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const comment = (changed: object = {}) => ({
  commentId: randomUUID(),
  publicationId: 'p-1',
  actor: 'rita@contoso',
  side: 'reviewer' as const,
  text: 'Why?',
  ...changed,
});

const nowhere = { file: null, line: null, pointer: null };

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

  it('that came with a message names its actor as a claim, unless API or portal let that message in', async () => {
    const { reviewThreads, operations, history } = fresh.catalogue;
    const isVouchedFor = async () =>
      (await reviewThreads.listOf(offer)).flatMap(({ comments }) =>
        comments.map((each) => each.isVouchedFor),
      );
    await reviewThreads.open(offer, nowhere, comment());
    await reviewThreads.open(offer, nowhere, comment({ requestId: 'r-1' }));
    await reviewThreads.open(offer, nowhere, comment({ requestId: 'r-1', actor: 'rob@contoso' }));

    const claimed = await isVouchedFor();
    const decision = { operationId: 'r-1', kind: 'reviewDecision', ...offer, publicationId: 'p-1' } as const;
    await operations.create({ ...decision, actor: 'rita@contoso' });

    expect(claimed).toEqual([true, false, false]);
    expect(await isVouchedFor()).toEqual([true, true, false]);
    const events = await history.page(offer, { limit: 10, kind: 'reviewThreadOpened' });
    expect(events.map((event) => event.isVouchedFor)).toEqual([false, true, true]);
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
