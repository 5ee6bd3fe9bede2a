import type { Role } from '../../../src/domain/access/role';
import type { PublicationFact } from '../../../src/domain/publication/events';
import { listedOffer } from '../../support/listed-offer';
import { publicationAt, publicationId } from '../../support/publication-at';
import { openReviewIn } from '../../support/review-shown';
import { offerPath, testApp, type TestApp } from '../../support/test-app';
import { tokenFor } from '../../support/token-for';

const review = `${offerPath}/review`;
const file = 'basic/mainTemplate.json';

async function inReview(more: readonly PublicationFact[] = []): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  test.publish(publicationAt('inReview', more));
  openReviewIn(test);
  return test;
}

type Call = readonly [method: string, path: string, body?: unknown];

async function call(test: TestApp, token: Record<string, string>, [method, path, body]: Call) {
  const headers = { ...token, 'Content-Type': 'application/json' };
  const answer = await test.app.request(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

describe('the queue', () => {
  it('is told page by page, oldest first, with what is overdue', async () => {
    const test = await inReview();
    openReviewIn(test, {
      publicationId: 'p-2',
      reviewNumber: 'REVIEW-000002',
      publisherId: 'fabrikam',
      dueAt: '2026-11-19T12:00:00.000Z',
    });
    const token = { Authorization: 'Bearer a-token-for-tests-only' };

    const first = await call(test, token, ['GET', '/api/reviews?limit=1']);
    const second = await call(test, token, [
      'GET',
      `/api/reviews?limit=1&cursor=${String(first.body['next'])}`,
    ]);

    expect(first.body).toMatchObject({
      items: [{ reviewNumber: 'REVIEW-000001', isOverdue: false }],
      next: 'REVIEW-000001',
    });
    expect(second.body).toMatchObject({
      items: [{ reviewNumber: 'REVIEW-000002', publisherId: 'fabrikam', isOverdue: true }],
      next: null,
    });
  });

  it.each<[Role, string, string, number]>([
    ['Reviewer', 'contoso', '', 200],
    ['Reviewer', 'contoso', '?publisher=contoso', 200],
    ['Reviewer', 'contoso', '?publisher=fabrikam', 403],
    ['Reviewer', 'contoso', '?publisher=nobody', 403],
    ['Owner', 'contoso', '', 403],
    ['Contributor', 'contoso', '?publisher=contoso', 403],
  ])('for a %s of %s with %j is %d', async (role, publisher, query, status) => {
    const test = await inReview();
    const token = await tokenFor(test, publisher, role);

    const answer = await call(test, token, ['GET', `/api/reviews${query}`]);

    expect(answer.status).toBe(status);
  });
});

it('a review holds what is decided about, the threads and the files', async () => {
  const test = await inReview();
  const reviewer = await tokenFor(test, 'contoso', 'Reviewer');
  await call(test, reviewer, ['POST', `${review}/threads`, { text: 'Why?', file, line: 3 }]);

  const answer = await call(test, await tokenFor(test, 'contoso', 'Owner'), ['GET', review]);

  expect(answer.body).toMatchObject({
    review: {
      publicationId,
      packageDigest: 'ab'.repeat(32),
      certificationNotes: 'The password is set by the customer.',
      changes: ['basic/mainTemplate.json: changed'],
      signedOffBy: ['ann@contoso'],
      decision: null,
    },
    threads: [
      { file, line: 3, pointer: null, state: 'open', comments: [{ text: 'Why?', side: 'reviewer' }] },
    ],
    files: [{ file: 'basic/logo.bin', bytes: 4 }, { file }],
  });
});

it('a thread is opened, answered, resolved and listed', async () => {
  const test = await inReview();
  const reviewer = await tokenFor(test, 'contoso', 'Reviewer');
  const owner = await tokenFor(test, 'contoso', 'Owner');

  const opened = await call(test, reviewer, [
    'POST',
    `${review}/threads`,
    { text: 'Why?', pointer: '/definition' },
  ]);
  const thread = `${review}/threads/${String(opened.body['threadId'])}`;
  const answered = await call(test, owner, ['POST', `${thread}/comments`, { text: 'Because.' }]);
  const resolved = await call(test, reviewer, ['PATCH', thread, { state: 'resolved' }]);
  const open = await call(test, owner, ['GET', `${review}/threads?state=open`]);

  expect([opened, answered, resolved].map(({ status }) => status)).toEqual([201, 201, 200]);
  expect(resolved.body).toMatchObject({
    state: 'resolved',
    pointer: '/definition',
    comments: [
      { text: 'Why?', side: 'reviewer', actor: 't0@contoso' },
      { text: 'Because.', side: 'publisher', actor: 't1@contoso' },
    ],
  });
  expect(open.body).toEqual({ items: [] });
});

const routes: readonly { readonly method: string; readonly path: string; readonly body?: object }[] = [
  { method: 'GET', path: '/review' },
  { method: 'GET', path: '/review/threads' },
  { method: 'POST', path: '/review/threads', body: { text: 'Why?' } },
  { method: 'POST', path: '/review/threads/t-1/comments', body: { text: 'Why?' } },
  { method: 'PATCH', path: '/review/threads/t-1', body: { state: 'resolved' } },
  { method: 'POST', path: '/review', body: { decision: 'approve' } },
];

it.each(routes)(
  '$method $path is the same 403 for every publisher outside',
  async ({ method, path, body }) => {
    const test = await inReview();
    const token = await tokenFor(test, 'fabrikam', 'Reviewer');

    const answers = [
      await call(test, token, [method, `${offerPath}${path}`, body]),
      await call(test, token, [method, `/api/publishers/contoso/offers/none${path}`, body]),
      await call(test, token, [method, `/api/publishers/nobody/offers/linux-vm${path}`, body]),
    ];

    expect(answers[0]?.status).toBe(403);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(test.client.sent).toEqual([]);
  },
);

it.each<[Role, Call]>([
  ['Owner', ['POST', '/review/threads', { text: 'I ask' }]],
  ['Owner', ['PATCH', '/review/threads/t-1', { state: 'resolved' }]],
  ['Owner', ['POST', '/review', { decision: 'approve' }]],
  ['Contributor', ['POST', '/review', { decision: 'requestChanges' }]],
])('a %s of the publisher may not %j', async (role, [method, path, body]) => {
  const test = await inReview();

  const answer = await call(test, await tokenFor(test, 'contoso', role), [
    method,
    `${offerPath}${path}`,
    body,
  ]);

  expect(answer.status).toBe(403);
});

it.each([
  [{ text: '' }, 400],
  [{ text: 'x'.repeat(501) }, 400],
  [{ text: 'Both', file, pointer: '/definition' }, 422],
  [{ text: 'No file', line: 3 }, 422],
  [{ text: 'Zero', file, line: 0 }, 400],
])('a thread that cannot be is refused: %j', async (body, status) => {
  const test = await inReview();
  const token = await tokenFor(test, 'contoso', 'Reviewer');

  const answer = await call(test, token, ['POST', `${review}/threads`, body]);

  expect(answer.status).toBe(status);
});

it('a thread that is not the offer’s is not found', async () => {
  const test = await inReview();
  const token = await tokenFor(test, 'contoso', 'Reviewer');

  const answers = [
    await call(test, token, ['POST', `${review}/threads/none/comments`, { text: 'Hm' }]),
    await call(test, token, ['PATCH', `${review}/threads/none`, { state: 'open' }]),
  ];

  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});

describe('a decision', () => {
  it('for changes without comments takes those of the open threads', async () => {
    const test = await inReview();
    const token = await tokenFor(test, 'contoso', 'Reviewer');
    await call(test, token, ['POST', `${review}/threads`, { text: 'Why?', file, line: 3 }]);

    await call(test, token, ['POST', review, { decision: 'requestChanges' }]);

    expect(test.client.sent).toMatchObject([
      { input: { decision: 'requestChanges', comments: [{ message: 'Why?', path: file, line: 3 }] } },
    ]);
  });

  it('with comments takes exactly these', async () => {
    const test = await inReview();
    const token = await tokenFor(test, 'contoso', 'Reviewer');
    await call(test, token, ['POST', `${review}/threads`, { text: 'Why?' }]);

    await call(test, token, [
      'POST',
      review,
      { decision: 'requestChanges', comments: [{ message: 'This' }] },
    ]);

    expect(test.client.sent).toMatchObject([{ input: { comments: [{ message: 'This' }] } }]);
  });

  it('belongs to whom the pipeline names', async () => {
    const test = await inReview();
    const [status] = test.catalogue.statuses;
    if (status?.pipeline?.review === undefined) throw new Error('no review in the pipeline');
    const terms = { ...status.pipeline.review, approvers: 'publish' as const };
    test.publish({ ...status, pipeline: { ...status.pipeline, review: terms } });

    const answers = [
      await call(test, await tokenFor(test, 'contoso', 'Reviewer'), [
        'POST',
        review,
        { decision: 'approve' },
      ]),
      await call(test, await tokenFor(test, 'contoso', 'Owner'), ['POST', review, { decision: 'approve' }]),
    ];

    expect(answers.map(({ status: code }) => code)).toEqual([403, 202]);
  });
});
