import { recordDecisionActivities } from '../../src/activities/record-decision';
import type { ReviewComment } from '../../src/domain/publication/commands';
import type { PublicationEvent } from '../../src/domain/publication/events';
import { digests } from '../../src/services/digests';
import { createSigner } from '../../src/services/signing/signer';
import { fakeCertifications } from '../fakes/fake-certifications';
import { fakeReviews, fakeReviewThreads, reviewItem } from '../fakes/fake-reviews';
import { fakeStaging } from '../fakes/fake-staging';
import { publicationId } from '../support/publication-at';
import { signedReport } from '../support/signed-report';
import { newSigningKey } from '../support/signing-key';

const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
const step = 'microsoft-review';
const decided = {
  ...offer,
  publicationId,
  offerVersion: 2,
  step,
  decision: 'requestChanges',
  actor: 'rita',
} as const;
const later = '2026-11-20T12:00:00.000Z';
const comments = [
  { message: 'Why port 22?', path: 'mainTemplate.json', line: 12 },
  { message: 'Blurred', path: '/definition/offer/logo' },
  { message: 'All of it' },
  { message: '  ' },
];

function arrange(events: readonly PublicationEvent[] = [decisionAt('2026-11-20T12:00:00.000Z')]) {
  const reviews = fakeReviews();
  const reviewThreads = fakeReviewThreads();
  reviews.rows.push(reviewItem({ publicationId, step }));
  reviews.packages = [
    {
      artefactId: 'basic/1.0.0/package',
      digest: 'zip',
      bytes: 10,
      files: [{ path: 'mainTemplate.json', bytes: 2, digest: 'main' }],
    },
  ];
  const { certifications, signedReports } = fakeCertifications();
  const staging = fakeStaging();
  const log = { events };
  const publications = { events: async () => log.events };
  const signer = createSigner({ privateKeyPem: newSigningKey(), retired: {} });
  const roles = { publications, reviews, reviewThreads, certifications, staging, signer, digests };
  return {
    log,
    roles,
    reviews,
    reviewThreads,
    certifications,
    signedReports,
    ...recordDecisionActivities(roles),
  };
}

function decisionAt(at: string, said: readonly ReviewComment[] = comments): PublicationEvent {
  return { kind: 'reviewDecided', step, actor: 'rita', decision: 'requestChanges', comments: said, at };
}

it('ends the review and makes a thread of every comment, at its file, line or field', async () => {
  const { recordDecision, reviews, reviewThreads } = arrange();

  await recordDecision(decided);

  expect(reviews.rows).toMatchObject([{ decision: 'requestChanges', decidedBy: 'rita' }]);
  expect(
    reviewThreads.threads.map(({ place, state, comments: [first] }) => [
      place,
      state,
      first?.text,
      first?.side,
    ]),
  ).toEqual([
    [{ file: 'basic/mainTemplate.json', line: 12, pointer: null }, 'open', 'Why port 22?', 'reviewer'],
    [{ file: null, line: null, pointer: '/definition/offer/logo' }, 'open', 'Blurred', 'reviewer'],
    [{ file: null, line: null, pointer: null }, 'open', 'All of it', 'reviewer'],
  ]);
});

it('finds the file of an older package where the newest has none of that name', async () => {
  const said = ['old.json', 'basic@0.9.0/mainTemplate.json', 'mainTemplate.json'].map((path) => ({
    message: path,
    path,
  }));
  const { recordDecision, reviews, reviewThreads } = arrange([decisionAt('2026-11-20T12:00:00.000Z', said)]);
  const files = ['mainTemplate.json', 'old.json'].map((path) => ({ path, bytes: 2, digest: path }));
  const older = { artefactId: 'basic/0.9.0/package', digest: 'old zip', bytes: 10, files };
  reviews.packages = [older, ...reviews.packages];

  await recordDecision(decided);

  expect(reviewThreads.threads.map(({ place }) => place.file)).toEqual([
    'basic@0.9.0/old.json',
    'basic@0.9.0/mainTemplate.json',
    'basic/mainTemplate.json',
  ]);
});

it('says with which message each came, so that a name that it only claims is no more than that', async () => {
  const message = { code: 'review.changesRequested', params: { actor: 'rita', requestId: 'r-7' } };
  const said: PublicationEvent = { kind: 'messageAdded', step, level: 'information', message, at: '' };
  const { roles, reviewThreads } = arrange([said, decisionAt('2026-11-20T12:00:00.000Z')]);
  const requests: unknown[] = [];
  const open: typeof reviewThreads.open = async (offerKey, place, comment) => {
    requests.push(comment.requestId);
    return reviewThreads.open(offerKey, place, comment);
  };
  const { recordDecision } = recordDecisionActivities({
    ...roles,
    reviewThreads: { ...reviewThreads, open },
  });

  await recordDecision(decided);

  expect(requests).toEqual(['r-7', 'r-7', 'r-7']);
});

it('twice, or killed half-way, makes no thread twice, also when somebody resolved one meanwhile', async () => {
  const { roles, recordDecision, reviewThreads } = arrange();
  let written = 0;
  const open: typeof reviewThreads.open = async (...asked) => {
    written += 1;
    if (written === 2) throw new Error('killed');
    return reviewThreads.open(...asked);
  };
  const killed = recordDecisionActivities({ ...roles, reviewThreads: { ...reviewThreads, open } });

  await expect(killed.recordDecision(decided)).rejects.toThrow('killed');
  const [first] = reviewThreads.threads;
  await reviewThreads.setState(
    { ...offer, threadId: first?.threadId ?? '' },
    { state: 'resolved', actor: 'rita' },
  );
  await recordDecision(decided);
  await recordDecision(decided);

  expect(
    reviewThreads.threads.flatMap(({ comments: said }) => said.map(({ text }) => text)).toSorted(),
  ).toEqual(['All of it', 'Blurred', 'Why port 22?']);
});

it('leaves alone what stands in an open thread, and says again what was resolved', async () => {
  const { recordDecision, reviewThreads } = arrange();
  const spoken = { publicationId, actor: 'rita', side: 'reviewer' } as const;
  const whole = { file: null, line: null, pointer: null };
  const field = { ...whole, pointer: '/definition/offer/logo' };
  await reviewThreads.open(offer, whole, { ...spoken, commentId: 'a', text: 'All of it' });
  await reviewThreads.open(offer, field, { ...spoken, commentId: 'b', text: 'Blurred' });
  await reviewThreads.setState({ ...offer, threadId: 'b' }, { state: 'resolved', actor: 'rita' });

  await recordDecision(decided);

  const open = await reviewThreads.listOf(offer, 'open');
  expect(
    open.map(({ comments: [first] }) => first?.text ?? '').toSorted((one, other) => one.localeCompare(other)),
  ).toEqual(['All of it', 'Blurred', 'Why port 22?']);
});

it('of a run that decided anew after a reset keeps what was said now, too', async () => {
  const { log, recordDecision, reviewThreads } = arrange();
  await recordDecision(decided);

  log.events = [...log.events, decisionAt('2026-11-21T08:00:00.000Z', [{ message: 'Something else' }])];
  await recordDecision(decided);

  expect(reviewThreads.threads.map(({ comments: [first] }) => first?.text)).toContain('Something else');
});

it('is tried again while the log does not tell the decision, and the review has ended meanwhile', async () => {
  const { recordDecision, reviews, reviewThreads } = arrange([]);

  await expect(recordDecision(decided)).rejects.toThrow('does not tell the decision yet');

  expect(reviews.rows).toMatchObject([{ decision: 'requestChanges' }]);
  expect(reviewThreads.threads).toEqual([]);
});

it('of a decision in words of an earlier release ends the review alone', async () => {
  const told = { kind: 'reviewDecided', step, actor: 'rita', decision: 'requestChanges' } as const;
  const { recordDecision, reviewThreads } = arrange([{ ...told, at: '2026-11-20T12:00:00.000Z' }]);

  await recordDecision(decided);

  expect(reviewThreads.threads).toEqual([]);
});

it('puts an approval into the report of the publication, and a request for changes not', async () => {
  const { roles, recordDecision, certifications, signedReports } = arrange();
  const { record, report } = signedReport({ verdict: 'reviewRequired' });
  const part = { ...report.inputs[0]!, tests: [], certifiedAt: report.at, reportId: 'report of the disk' };
  const findings = [
    { ruleId: 'vm.guest.readable', severity: 'reviewRequired', params: {}, target: {} } as const,
  ];
  await certifications.addPart(publicationId, { ...part, findings });
  await certifications.save({ ...record, publicationId });
  const listOf = async () => [
    reviewItem({ reportIds: [part.reportId], decision: 'approve', decidedBy: 'rita', decidedAt: later }),
  ];
  const approving = recordDecisionActivities({ ...roles, reviews: { ...roles.reviews, listOf } });

  await recordDecision(decided);
  expect(signedReports.get(publicationId)?.at).toBe(report.at);
  await approving.recordDecision({ ...decided, decision: 'approve' });

  expect(signedReports.get(publicationId)?.at).toBe(later);
});
