import { listedOffer } from '../../support/listed-offer';
import { as, inReview } from '../../support/in-review';
import { publicationId } from '../../support/publication-at';
import { offerPath, pagePath, testApp } from '../../support/test-app';
import { tokenFor } from '../../support/token-for';

const review = `${pagePath}/review`;
const commentId = '77777777-7777-4777-8777-777777777777';
const file = 'basic/mainTemplate.json';

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

  it.each([
    ['approve', 'Shorten the summary'],
    ['requestChanges', 'Explain the password'],
  ])(
    'to %s sent twice is one message, also with other words, and the second answer says so',
    async (decision, text) => {
      const test = await inReview();
      const asking = await (await test.browse(`${review}/decide?decision=${decision}`)).text();
      const requestId = /name="requestId" value="([^"]+)"/.exec(asking)?.[1] ?? '';
      const form = { decision, requestId, text };

      const first = await test.browse(`${review}/decision`, form);
      const again = await test.browse(`${review}/decision`, { ...form, text: '' });

      expect([first.status, again.status]).toEqual([200, 200]);
      expect(await again.text()).toContain('This form was sent before');
      expect(test.client.sent).toMatchObject([{ input: { requestId, comments: [{ message: text }] } }]);
      expect(test.catalogue.operationRows).toMatchObject([
        { operationId: requestId, kind: 'reviewDecision' },
      ]);
    },
  );

  it('that comes too late is refused with the reason', async () => {
    const test = await inReview([
      { kind: 'reviewDecided', step: 'displaycertify', actor: 'rita', decision: 'approve' },
    ]);

    const answer = await test.browse(`${review}/decision`, { decision: 'approve' });

    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('This was refused');
  });
});

it('Status leads to the review from the step that waits for it', async () => {
  const test = await inReview();

  const page = await (await test.browse(`${pagePath}/status`)).text();

  expect(page).toContain(`<a href="${review}">Open the review</a>`);
});
