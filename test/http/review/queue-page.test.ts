import { as, inReview } from '../../support/in-review';
import { publicationId } from '../../support/publication-at';
import { openReviewIn } from '../../support/review-shown';
import { pagePath } from '../../support/test-app';

const review = `${pagePath}/review`;

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
