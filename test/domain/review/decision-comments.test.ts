import { commentsOfThreads, tipsOf } from '../../../src/domain/review/decision-comments';
import type { ReviewPlace, ReviewThread, ThreadComment } from '../../../src/domain/review/thread';
import { placeText, readPlace } from '../../../src/domain/review/thread';

const page = 'http://offers.example/review';
const nowhere: ReviewPlace = { file: null, line: null, pointer: null };
const said = (text: string, changed: Partial<ThreadComment> = {}): ThreadComment => ({
  commentId: text,
  publicationId: 'now',
  actor: 'rita',
  isVouchedFor: true,
  side: 'reviewer',
  text,
  at: '2026-11-20T12:00:00.000Z',
  ...changed,
});
const thread = (comments: readonly ThreadComment[], changed: Partial<ReviewThread> = {}): ReviewThread => ({
  publisherId: 'contoso',
  offerId: 'web-site',
  threadId: 't',
  publicationId: 'now',
  place: nowhere,
  state: 'open',
  openedAt: '2026-11-20T12:00:00.000Z',
  comments,
  ...changed,
});
const commentsOf = (...threads: readonly ReviewThread[]) =>
  commentsOfThreads(threads, { publicationId: 'now', page });

describe('a request for changes', () => {
  it('carries what reviewers said in this round, with file and line or field', () => {
    const file = { file: 'basic/a.json', line: 3, pointer: null };
    const field = { file: null, line: null, pointer: '/definition' };

    const comments = commentsOf(
      thread([said('Why?'), said('Because', { side: 'publisher' }), said('Still?')], { place: file }),
      thread([said('Blurred')], { place: field }),
      thread([said('All of it')]),
      thread([said('Done')], { state: 'resolved' }),
    );

    expect(comments).toEqual([
      { message: 'Why?', path: 'basic/a.json', line: 3 },
      { message: 'Still?', path: 'basic/a.json', line: 3 },
      { message: 'Blurred', path: '/definition' },
      { message: 'All of it' },
    ]);
  });

  it('carries how a thread began that was carried over as it was, and only the news of another', () => {
    const earlier = { publicationId: 'before' };

    const comments = commentsOf(
      thread([said('Why?', earlier), said('Hm', { side: 'publisher' })]),
      thread([said('Old', earlier), said('New')]),
    );

    expect(comments).toEqual([{ message: 'Why?' }, { message: 'New' }]);
  });

  it('has at most 300 comments; the last leads to the rest', () => {
    const comments = commentsOf(
      ...Array.from({ length: 305 }, (_unused, index) => thread([said(String(index))])),
    );

    expect(comments).toHaveLength(300);
    expect(comments.at(-1)).toEqual({ message: `+6: ${page}` });
  });
});

it('tips are the lines that say something', () => {
  expect(tipsOf(' Shorten it \r\n\n Name the regions')).toEqual([
    { message: 'Shorten it' },
    { message: 'Name the regions' },
  ]);
});

it.each([
  [{}, ''],
  [{ file: 'a' }, 'a'],
  [{ file: 'a', line: 3 }, 'a:3'],
  [{ pointer: '/b' }, '/b'],
  [{ line: 3 }, undefined],
  [{ file: 'a', pointer: '/b' }, undefined],
])('%j is the place %j', (given, text) => {
  const place = readPlace(given);

  expect(place && placeText(place)).toBe(text);
});
