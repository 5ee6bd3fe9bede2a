import { zipOf } from '../../../src/cli/upload/zip';
import type { Role } from '../../../src/domain/access/role';
import type { PublicationFact } from '../../../src/domain/publication/events';
import { listedOffer, frozenVersion } from '../../support/listed-offer';
import { publicationAt, publicationId } from '../../support/publication-at';
import { openReviewIn } from '../../support/review-shown';
import { offerPath, pagePath, testApp, type TestApp } from '../../support/test-app';
import { tokenFor } from '../../support/token-for';

const review = `${pagePath}/review`;
const commentId = '77777777-7777-4777-8777-777777777777';
const file = 'basic/mainTemplate.json';

async function inReview(more: readonly PublicationFact[] = []): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  test.catalogue.versions.push(frozenVersion());
  test.publish(publicationAt('inReview', more));
  openReviewIn(test);
  return test;
}

/** A person with a token of one publisher reads a page, or sends a form of it. */
async function as(
  test: TestApp,
  [role, publisher]: readonly [Role, string],
  path: string,
  fields?: Readonly<Record<string, string>>,
): Promise<Response> {
  const headers = { ...(await tokenFor(test, publisher, role)), 'Sec-Fetch-Site': 'same-origin' };
  if (fields === undefined) return test.app.request(path, { headers });
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(fields).toString();
  return test.app.request(path, { method: 'POST', headers: { ...headers, ...type }, body });
}

describe('the Review page', () => {
  it('shows a reviewer what is decided about, and asks for the decision', async () => {
    const test = await inReview();

    const page = await (await as(test, ['Reviewer', 'contoso'], review)).text();

    for (const fact of ['ab'.repeat(32), 'The password is set by the customer.', 'ann@contoso']) {
      expect(page).toContain(fact);
    }
    expect(page).toContain('basic/mainTemplate.json: changed');
    expect(page).toContain('vm.vhd.size-alignment');
    expect(page).toContain('id="approve"');
    expect(page).toContain('name=basic%2FmainTemplate.json');
    expect(page).toContain('Add comment');
  });

  it('shows the publisher the same, who can answer but not ask, resolve or decide', async () => {
    const test = await inReview();
    await as(test, ['Reviewer', 'contoso'], `${review}/threads`, {
      commentId,
      text: 'Why?',
      file,
      line: '3',
    });
    const owner = ['Owner', 'contoso'] as const;

    const page = await (await as(test, owner, review)).text();
    const answered = await as(test, owner, `${review}/threads/${commentId}/answers`, {
      commentId: commentId.replaceAll('7', '8'),
      text: 'A sample\r\nvalue',
    });
    const refused = [
      await as(test, owner, `${review}/threads`, { commentId, text: 'I ask' }),
      await as(test, owner, `${review}/threads/${commentId}/state`, { state: 'resolved' }),
      await as(test, owner, `${review}/decision`, { decision: 'approve' }),
      await as(test, owner, `${review}/decide?decision=approve`),
    ];

    expect(page).toContain('Why?');
    expect(page).not.toContain('id="approve"');
    expect(page).not.toContain('id="comment"');
    expect(answered.status).toBe(303);
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(test.client.sent).toEqual([]);
    expect(test.catalogue.reviewThreads.threads).toMatchObject([
      {
        place: { file, line: 3, pointer: null },
        publicationId,
        state: 'open',
        comments: [
          { side: 'reviewer', text: 'Why?' },
          { side: 'publisher', text: 'A sample\nvalue' },
        ],
      },
    ]);
  });

  it('is the same refusal for every publisher outside the token, whether it exists or not', async () => {
    const test = await inReview();

    const headers = await tokenFor(test, 'fabrikam', 'Reviewer');
    const answers: Response[] = [];
    for (const offer of ['contoso/offers/linux-vm', 'contoso/offers/none', 'nobody/offers/linux-vm']) {
      for (const page of ['review', 'review/file?name=x', 'review/decide?decision=approve']) {
        answers.push(await test.app.request(`/publishers/${offer}/${page}`, { headers }));
      }
    }

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  });

  it('does not let somebody decide who signed the version off, and says so', async () => {
    const test = await inReview([{ kind: 'goLiveVoted', actor: 'api' }]);

    const page = await (await test.browse(review)).text();

    expect(page).toContain('somebody else has to decide');
    expect(page).not.toContain('id="approve"');
  });

  it('has an address before anything was reviewed', async () => {
    const test = testApp();
    await test.api('PUT', offerPath, listedOffer());

    const answer = await test.browse(review);

    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Nothing of this offer was reviewed yet');
  });
});

describe('a file of the package', () => {
  const path = `${review}/file?name=${encodeURIComponent(file)}`;

  it('is shown as text with line numbers, each leading to the form for a comment on it', async () => {
    const test = await inReview();

    const page = await (await test.browse(`${path}&line=3`)).text();

    expect(page).toContain('&quot;adminPassword&quot;: &quot;&lt;b&gt;changeme&lt;/b&gt;&quot;');
    expect(page).toContain('id="L5"');
    expect(page).toMatch(/name=basic%2FmainTemplate\.json&amp;line=2#L2/);
    expect(page).toContain('Your comment on basic/mainTemplate.json:3');
  });

  it('marks the lines that the version approved last does not have, and strikes out what is gone', async () => {
    const test = await inReview();
    const { catalogue, staging } = test;
    const content = Buffer.from('{\n  "gone": 1,\n  "resources": [],\n}\n');
    const before = zipOf([{ path: 'mainTemplate.json', content }]);
    staging.blobs.set('approved-zip', before);
    const files = [{ path: 'mainTemplate.json', bytes: content.length, digest: 'approved' }];
    const approved = {
      artefactId: 'basic/0.9.0/package',
      digest: 'approved-zip',
      bytes: before.length,
      files,
    };
    const { reviews } = catalogue;
    reviews.livePackages = { version: 9, packages: [approved] };
    reviews.rows.splice(
      0,
      1,
      ...reviews.rows.flatMap((row) => [
        { ...row, publicationId: 'earlier', offerVersion: 9, decision: 'approve' as const },
        { ...row, offerVersion: 10 },
      ]),
    );

    const page = await (await test.browse(path)).text();

    expect(page).toContain('Lines changed since the version approved last: 1.');
    expect(page.match(/<ins [^>]*>[^<]*/g)).toEqual([expect.stringContaining('adminPassword')]);
    expect(page).toContain('Lines removed since the version approved last: 1.');
    expect(page.match(/<del [^>]*>[^<]*/g)).toEqual([expect.stringContaining('gone')]);
  });

  it('that is no text is named by its digest', async () => {
    const test = await inReview();

    const page = await (await test.browse(`${review}/file?name=basic%2Flogo.bin`)).text();

    expect(page).toContain('This file is not text.');
    expect(page).not.toContain('code-lines');
  });

  it.each(['basic/../mainTemplate.json', 'mainTemplate.json', ''])('is not found as %j', async (name) => {
    const test = await inReview();

    const answer = await test.browse(`${review}/file?name=${encodeURIComponent(name)}`);

    expect(answer.status).toBe(404);
  });
});

describe('a comment', () => {
  it('sent twice is one comment, and leads back to its line', async () => {
    const test = await inReview();
    const form = { commentId, text: 'Use a secure string', file, line: '3', publication: publicationId };

    const [answer] = [
      await test.browse(`${review}/threads`, form),
      await test.browse(`${review}/threads`, form),
    ];

    const back = `${review}/file?publication=${publicationId}&name=basic%2FmainTemplate.json#thread-${commentId}`;
    expect(answer.headers.get('Location')).toBe(back);
    expect(test.catalogue.reviewThreads.threads).toHaveLength(1);
  });

  it.each([
    { text: '' },
    { text: 'x'.repeat(501) },
    { text: 'Both', file, pointer: '/definition' },
    { text: 'No line', file, line: '-1' },
    { text: 'No id', commentId: '' },
  ])('that cannot be stored is refused: %j', async (fields) => {
    const test = await inReview();

    const answer = await test.browse(`${review}/threads`, { commentId, ...fields });

    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Nothing was stored');
    expect(test.catalogue.reviewThreads.threads).toEqual([]);
  });

  it('can be resolved, and opened again', async () => {
    const test = await inReview();
    await test.browse(`${review}/threads`, { commentId, text: 'Why?' });
    const states: string[] = [];

    for (const state of ['resolved', 'open']) {
      await test.browse(`${review}/threads/${commentId}/state`, { state });
      states.push(test.catalogue.reviewThreads.threads[0]?.state ?? '');
    }

    expect(states).toEqual(['resolved', 'open']);
  });
});

describe('a decision', () => {
  it('for changes carries every open thread with its place, and what is typed besides', async () => {
    const test = await inReview();
    await test.browse(`${review}/threads`, { commentId, text: 'Use a secure string', file, line: '3' });

    const asked = await (await test.browse(`${review}/decide?decision=requestChanges`)).text();
    const answer = await test.browse(`${review}/decision`, {
      decision: 'requestChanges',
      publication: publicationId,
      text: 'Name the regions\n\nBlurred logo',
    });

    expect(asked).toContain('Use a secure string');
    expect(answer.status).toBe(200);
    expect(test.client.sent).toMatchObject([
      {
        name: 'reviewDecision',
        input: {
          actor: 'api',
          publicationId,
          decision: 'requestChanges',
          comments: [
            { message: 'Use a secure string', path: file, line: 3 },
            { message: 'Name the regions' },
            { message: 'Blurred logo' },
          ],
        },
      },
    ]);
    expect(test.catalogue.operationRows).toMatchObject([{ kind: 'reviewDecision', publicationId }]);
  });

  it('for changes needs a word', async () => {
    const test = await inReview();

    const answer = await test.browse(`${review}/decision`, { decision: 'requestChanges', text: ' ' });

    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Say what has to change');
    expect(test.client.sent).toEqual([]);
  });

  it('to approve carries the tips, and leaves the threads to the next publication', async () => {
    const test = await inReview();
    await test.browse(`${review}/threads`, { commentId, text: 'Why?' });

    await test.browse(`${review}/decision`, { decision: 'approve', text: 'Shorten the summary' });

    expect(test.client.sent).toMatchObject([
      { input: { decision: 'approve', comments: [{ message: 'Shorten the summary' }] } },
    ]);
    expect(test.catalogue.reviewThreads.threads).toMatchObject([{ state: 'open' }]);
  });

  it('that comes too late is refused with the reason', async () => {
    const test = await inReview([
      { kind: 'reviewDecided', step: 'displaycertify', actor: 'rita', decision: 'approve' },
    ]);

    const answer = await test.browse(`${review}/decision`, { decision: 'approve' });

    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('This was refused');
  });
});

describe('the queue', () => {
  it('shows what waits, oldest first, what is overdue, and the way to each', async () => {
    const test = await inReview();
    openReviewIn(test, {
      publicationId: 'p-2',
      reviewNumber: 'REVIEW-000002',
      publisherId: 'fabrikam',
      title: 'Fabrikam Data',
      dueAt: '2026-11-19T12:00:00.000Z',
    });
    openReviewIn(test, {
      publicationId: 'p-3',
      title: 'Decided',
      decidedAt: '2026-11-20T12:00:00.000Z',
      decision: 'approve',
      decidedBy: 'rita',
    });

    const page = await (await test.browse('/reviews')).text();

    expect(page.indexOf('Contoso Web Shop')).toBeLessThan(page.indexOf('Fabrikam Data'));
    expect(page).toContain(`${review}?publication=${publicationId}`);
    expect(page.match(/Overdue/g)).toHaveLength(1);
    expect(page).not.toContain('Decided');
  });

  it('of a publisher’s own reviewer holds that publisher’s only; who reviews nothing has none', async () => {
    const test = await inReview();
    openReviewIn(test, { publisherId: 'fabrikam', title: 'Fabrikam Data', publicationId: 'p-2' });

    const own = await (await as(test, ['Reviewer', 'fabrikam'], '/reviews')).text();
    const owner = await as(test, ['Owner', 'contoso'], '/reviews');

    expect(own).toContain('Fabrikam Data');
    expect(own).not.toContain('Contoso Web Shop');
    expect(owner.status).toBe(403);
  });
});

it('Status leads to the review from the step that waits for it', async () => {
  const test = await inReview();

  const page = await (await test.browse(`${pagePath}/status`)).text();

  expect(page).toContain(`<a href="${review}">Open the review</a>`);
});
