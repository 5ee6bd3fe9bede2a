import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { closeOnBoard, closeReviewActivities } from '../../src/activities/close-review';
import type { ControlActivities } from '../../src/activities/contract';
import { openReviewActivities, type OpenReviewRoles } from '../../src/activities/open-review';
import type { OfferDocument } from '../../src/domain/offer/document';
import type { PublicationStatus } from '../../src/domain/publication/status';
import type { FoundPackage } from '../../src/domain/review/package-files';
import { fakeReviewBoard } from '../fakes/fake-review-board';
import { fakeReviews, reviewItem } from '../fakes/fake-reviews';
import { frozenVersion } from '../support/listed-offer';
import { signedReport } from '../support/signed-report';
import { publicationAt, publicationId } from '../support/publication-at';

const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
const asked = {
  ...offer,
  publicationId,
  offerVersion: 2,
  step: 'microsoft-review',
  signedOffBy: ['ann@contoso'],
};
const at = new Date('2026-11-20T12:00:00.000Z');

const packageOf = (version: string, digest: string): FoundPackage => ({
  artefactId: `basic/${version}/package`,
  digest,
  bytes: 10,
  files: [
    { path: 'mainTemplate.json', bytes: 2, digest },
    { path: 'createUiDefinition.json', bytes: 2, digest: 'same' },
  ],
});

function titled(title: string): OfferDocument {
  const { document } = frozenVersion();
  const definition = document['definition'] as { readonly offer: object };
  const fields = { ...definition.offer, 'microsoft-azure-marketplace.title': title };
  return { ...document, definition: { ...definition, offer: fields } };
}

type Arranged = { readonly status?: PublicationStatus | null; readonly isLive?: boolean };

function arrange({ status = publicationAt('signOff'), isLive = true }: Arranged = {}) {
  const reviews = fakeReviews();
  const reviewBoard = fakeReviewBoard();
  const versions = [
    { ...frozenVersion(), offerVersion: 1, document: titled('Old title') },
    { ...frozenVersion(), offerVersion: 2, document: titled('New title') },
  ];
  const slot = { packageDigest: 'page-2', offerVersion: 2, publicationId, since: at.toISOString() };
  const live = { ...slot, packageDigest: 'page-1', offerVersion: 1, publicationId: 'earlier' };
  const roles = {
    offers: {
      findVersion: async (_: unknown, number: number) =>
        versions.find(({ offerVersion }) => offerVersion === number),
      revealSecrets: async (_: unknown, document: OfferDocument) => document,
      slots: async () => [
        { ...slot, slot: 'Preview' as const },
        ...(isLive ? [{ ...live, slot: 'Production' as const }] : []),
      ],
    },
    certifications: { find: async () => signedReport().record },
    artefacts: {
      bindings: async () => [{ artefactId: 'basic/1.1.0/package', digest: 'zip-2', reportId: 'report-2' }],
    },
    publications: {
      find: async () => (status === null ? undefined : { ...offer, publicationId, runId: 'run-1', status }),
    },
    reviews: {
      ...reviews,
      packagesOf: async (_: unknown, version: number) =>
        version === 1
          ? [packageOf('1.0.0', 'zip-1')]
          : [packageOf('1.0.0', 'zip-1'), packageOf('1.1.0', 'zip-2')],
    },
    reviewBoard,
    clock: () => at,
    publicUrl: 'http://offers.example',
  };
  return { roles, reviews, reviewBoard, open: openingWith(roles) };
}

const quiet = new DefaultLogger('ERROR');

const openingWith =
  (roles: OpenReviewRoles): ControlActivities['openReview'] =>
  (review) =>
    new MockActivityEnvironment({ scheduledTimestampMs: at.getTime() }, { logger: quiet }).run(
      openReviewActivities(roles).openReview,
      review,
    );

describe('opening a review', () => {
  it('gives reviewers the package shown in preview, its reports, the changes, the notes and who signed it off', async () => {
    const status = { ...publicationAt('signOff'), certificationNotes: 'Log in as demo.' };
    const { open, reviewBoard, reviews } = arrange({ status });

    const { workItem } = await open(asked);

    expect(workItem).toEqual({ board: 'own', id: 'item-1', url: 'https://board.example/1' });
    expect(reviewBoard.requests).toEqual([
      {
        ...asked,
        title: 'New title',
        packageDigest: 'page-2',
        reportIds: ['report-2'],
        changes: ['basic/mainTemplate.json: changed', expect.stringMatching(/: Old title → New title$/)],
        certificationNotes: 'Log in as demo.',
        certificationReport: `http://offers.example/api/publishers/contoso/offers/linux-vm/operations/${publicationId}/certification-report`,
        page: 'http://offers.example/publishers/contoso/offers/linux-vm/review',
      },
    ]);
    expect(reviews.rows).toMatchObject([
      { offerType: 'microsoft-azure-virtualmachines', dueAt: '2026-12-10T12:00:00.000Z', workItem },
    ]);
  });

  it('twice is one item, with the same answer', async () => {
    const { open, reviewBoard, reviews } = arrange();

    const answers = [await open(asked), await open(asked)];

    expect(answers[1]).toEqual(answers[0]);
    expect(reviewBoard.requests).toHaveLength(1);
    expect(reviews.rows).toHaveLength(1);
  });

  it.each([
    ['before the board answered', 'failNext'],
    ['after the board answered', 'settle'],
  ] as const)('killed %s and tried again is one item', async (_when, what) => {
    const { roles, reviewBoard, reviews } = arrange();
    let isKilled = true;
    const settle: typeof reviews.settle = async (key, workItem) => {
      if (what === 'settle' && isKilled) throw new Error('killed');
      return reviews.settle(key, workItem);
    };
    if (what === 'failNext') reviewBoard.failNext = 'killed';
    const open = openingWith({ ...roles, reviews: { ...roles.reviews, settle } });

    await expect(open(asked)).rejects.toThrow('killed');
    isKilled = false;
    const { workItem } = await open(asked);

    expect(reviewBoard.requests).toHaveLength(1);
    expect(reviews.rows).toMatchObject([{ workItem }]);
  });

  it('of certification’s findings has no package yet, and of a first version no changes', async () => {
    const { open, roles, reviewBoard } = arrange({ isLive: false });
    const slots = roles.offers.slots;
    roles.offers.slots = async () => (await slots()).map((slot) => ({ ...slot, publicationId: 'earlier' }));

    await open({ ...asked, step: 'displaycertify', signedOffBy: [] });

    expect(reviewBoard.requests).toMatchObject([{ packageDigest: null, changes: [], signedOffBy: [] }]);
  });

  it('compares with what was approved last, also when that never went live', async () => {
    const { open, reviews, reviewBoard } = arrange({ isLive: false });
    reviews.rows.push(
      reviewItem({
        ...offer,
        publicationId: 'earlier',
        offerVersion: 1,
        decision: 'approve',
        decidedAt: at.toISOString(),
      }),
    );

    await open(asked);

    expect(reviewBoard.requests[0]?.changes).toContain('basic/mainTemplate.json: changed');
  });

  it('is tried again while the log does not tell how the publication began', async () => {
    const { open, reviewBoard } = arrange({ status: null });

    await expect(open(asked)).rejects.toThrow('does not tell how it began yet');

    expect(reviewBoard.requests).toEqual([]);
  });

  it('of a version that is not there fails for good', async () => {
    const { open } = arrange();

    await expect(open({ ...asked, offerVersion: 7 })).rejects.toMatchObject({
      nonRetryable: true,
      type: 'OfferNotUsable',
    });
  });

  it('of a publication that has ended since it was asked for fails for good, and troubles no board', async () => {
    const { roles, reviews, reviewBoard } = arrange();
    const asks: string[] = [];
    const ended: typeof reviews.open = async ({ askedAt }) => {
      asks.push(askedAt);
      throw Object.assign(new Error('It has ended.'), { name: 'EndedPublicationError' });
    };
    const late = openingWith({ ...roles, reviews: { ...roles.reviews, open: ended } });

    await expect(late(asked)).rejects.toMatchObject({ nonRetryable: true, type: 'EndedPublicationError' });

    expect(asks).toEqual([at.toISOString()]);
    expect(reviewBoard.requests).toEqual([]);
  });
});

describe('opening a review that is withdrawn meanwhile, because nobody waits for a canceled attempt,', () => {
  const withdrawn = [{ id: 'item-1', decision: 'withdrawn', actor: 'offer-publication' }];
  const withdrawIn = async ({ reviews, reviewBoard }: ReturnType<typeof arrange>): Promise<void> => {
    for (const review of await reviews.withdraw(publicationId, 'offer-publication'))
      await closeOnBoard({ reviews, reviewBoard }, review);
  };

  it('closes the item that the board makes afterwards', async () => {
    const test = arrange();
    const open: typeof test.reviewBoard.open = async (request) => {
      await withdrawIn(test);
      return test.reviewBoard.open(request);
    };
    const late = openingWith({ ...test.roles, reviewBoard: { ...test.reviewBoard, open } });

    await late(asked);

    expect(test.reviewBoard.closed).toEqual(withdrawn);
  });

  it('closes the item that the board made before, of which we never heard', async () => {
    const test = arrange();
    const settle = (): Promise<never> => Promise.reject(new Error('killed'));
    const killed = openingWith({ ...test.roles, reviews: { ...test.roles.reviews, settle } });

    await expect(killed(asked)).rejects.toThrow('killed');
    await withdrawIn(test);

    expect(test.reviewBoard.closed).toEqual(withdrawn);
  });
});

describe('closing a review', () => {
  const end = { ...asked, decision: 'approve', actor: 'rita' } as const;

  it('tells the board once, however often it is called', async () => {
    const { roles, open, reviewBoard, reviews } = arrange();
    await open(asked);
    const { closeReview } = closeReviewActivities(roles);

    await closeReview(end);
    await closeReview({ ...end, decision: 'requestChanges' });

    expect(reviews.rows).toMatchObject([{ decision: 'approve', decidedBy: 'rita' }]);
    expect(reviewBoard.closed).toEqual([{ id: 'item-1', decision: 'approve', actor: 'rita' }]);
  });

  it('tells the board at the next try when it was away, and our own page at once', async () => {
    const { roles, open, reviewBoard, reviews } = arrange();
    await open(asked);
    reviewBoard.failNext = 'the board is away';
    const { closeReview } = closeReviewActivities(roles);

    await expect(closeReview(end)).rejects.toThrow('the board is away');
    const shown = reviews.rows[0]?.decision;
    await closeReview(end);

    expect(shown).toBe('approve');
    expect(reviewBoard.closed).toHaveLength(1);
  });

  it('leaves an item of a board that is no longer the configured one', async () => {
    const { roles, open } = arrange();
    await open(asked);
    const another = fakeReviewBoard('azure-devops');

    await closeReviewActivities({ ...roles, reviewBoard: another }).closeReview(end);

    expect(another.closed).toEqual([]);
  });

  it('of nothing that was ever opened does nothing', async () => {
    const { roles, reviewBoard } = arrange();

    await closeReviewActivities(roles).closeReview(end);

    expect(reviewBoard.closed).toEqual([]);
  });
});
