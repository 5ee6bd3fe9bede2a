import type { PublicationEvent, PublicationFact } from '../../src/domain/publication/events';
import type { Pipeline } from '../../src/domain/publication/pipeline';
import { pipelineOf } from '../../src/domain/publication/pipelines';
import { breaches } from './breaches';

const at = '2026-11-21T12:00:00.000Z';
const review = 'microsoft-review';
const links = [{ text: 'Shop', uri: 'https://shop.example' }];

function application(change: Partial<Pipeline> = {}): Pipeline {
  const pipeline = pipelineOf('microsoft-azure-applications', 'publish');
  if (pipeline === undefined) throw new Error('Applications have a pipeline.');
  return { ...pipeline, votes: 2, ...change };
}

const events = (facts: readonly PublicationFact[]): readonly PublicationEvent[] =>
  facts.map((fact) => ({ ...fact, at }));

const vote = (actor: string, notBefore?: string): PublicationFact => ({
  kind: 'goLiveVoted',
  actor,
  ...(notBefore === undefined ? {} : { notBefore }),
});
const decided = (step: string, actor: string): PublicationFact => ({
  kind: 'reviewDecided',
  step,
  actor,
  decision: 'approve',
});
const begun = (pipeline: Pipeline): readonly PublicationFact[] => [
  {
    kind: 'started',
    publicationId: '2b1f4f6e-6f0a-4f0e-9a43-0d9f0e8f1c11',
    publisherId: 'contoso',
    offerId: 'app',
    language: 'en',
    requestedBy: null,
  },
  { kind: 'opened', offerType: 'microsoft-azure-applications', offerVersion: 1, language: 'en', pipeline },
  decided('displaycertify', 'ann'),
  { kind: 'stepChanged', step: 'publisher-signoff', status: 'waitingForPublisherReview' },
];

/** A whole life without a fault; `parts` are its moments, to be damaged one at a time. */
const moments = {
  first: vote('ann'),
  second: vote('bob'),
  approved: { kind: 'goLiveApproved' },
  waiting: { kind: 'stepChanged', step: review, status: 'waitingForApproval' },
  reviewed: decided(review, 'rita'),
  live: { kind: 'wentLive', links },
  end: { kind: 'ended', outcome: 'live' },
} satisfies Readonly<Record<string, PublicationFact>>;
type Moment = keyof typeof moments;

/** Each moment with what stands in its place. */
function life(change: Partial<Record<Moment, readonly PublicationFact[]>> = {}): readonly PublicationEvent[] {
  const names = Object.keys(moments) as Moment[];
  return events([...begun(application()), ...names.flatMap((name) => change[name] ?? [moments[name]])]);
}

it('finds nothing in a life without a fault', () => {
  expect(breaches(life(), application())).toEqual([]);
});

const withdrawn: PublicationFact = { kind: 'goLiveWithdrawn', actor: 'ann' };
const canceled: PublicationFact = { kind: 'cancelRequested', actor: 'ann' };

it.each<[string, Partial<Record<Moment, readonly PublicationFact[]>>, readonly string[]]>([
  ['a vote twice', { first: [vote('ann'), vote('ann')] }, ['I1 somebody voted twice']],
  ['too few votes', { second: [] }, ['I1 approved with too few votes']],
  ['votes that were withdrawn', { second: [withdrawn, vote('bob')] }, ['I1 approved with too few votes']],
  [
    'a vote of its reviewer',
    { reviewed: [moments.reviewed, vote('rita')] },
    ['I1 signed off by its reviewer'],
  ],
  [
    'a vote of its reviewer, whom a later decision about something else hides',
    { reviewed: [moments.reviewed, decided('displaypackage', 'zoe'), vote('rita')] },
    ['I1 signed off by its reviewer'],
  ],
  ['a review by who signed off', { reviewed: [decided(review, 'bob')] }, ['I1 reviewed by who signed off']],
  ['two decisions', { reviewed: [moments.reviewed, decided(review, 'rob')] }, ['I1 decided twice']],
  [
    'two decisions with another one between them',
    { reviewed: [moments.reviewed, decided('displaypackage', 'zoe'), decided(review, 'rob')] },
    ['I1 decided twice'],
  ],
  [
    'a go-live before its date',
    { second: [vote('bob', '2026-11-21T12:00:00.001Z')] },
    ['I1 approved before its date'],
  ],
  [
    'findings that reviewers were asked about and did not allow',
    { first: [{ ...moments.waiting, step: 'displaypackage' }, moments.first] },
    ['I1 live without the reviewers'],
  ],
  ['no go-live', { approved: [] }, ['I1 live without a go-live']],
  ['no review', { reviewed: [] }, ['I1 live without the reviewers']],
  [
    'an approval of something else than the offer',
    { reviewed: [decided('displaypackage', 'rita')] },
    ['I1 live without the reviewers'],
  ],
  ['live twice', { live: [moments.live, moments.live] }, ['I4 live twice']],
  [
    'a cancel that came too late',
    { live: [canceled, moments.live] },
    [
      'I6 canceled against the policy atSignOff',
      'I6 live although canceled',
      'I6 canceled, and ended otherwise',
    ],
  ],
  [
    'a cancel in time, and live nevertheless',
    { first: [moments.first, canceled] },
    ['I6 live although canceled', 'I6 canceled, and ended otherwise'],
  ],
  [
    'a cancel in time, and changes requested nevertheless',
    { second: [moments.second, canceled], live: [], end: [{ kind: 'ended', outcome: 'rejected' }] },
    ['I6 canceled, and ended otherwise'],
  ],
  ['something after the end', { end: [moments.end, moments.approved] }, ['goLiveApproved after the end']],
])('finds %s', (_what, change, found) => {
  expect(breaches(life(change), application())).toEqual(found);
});

it('lets an operator cancel at any time, and anybody who allowed an exception sign off', () => {
  const operator: PublicationFact = { kind: 'cancelRequested', actor: 'operator' };
  const end: PublicationFact = { kind: 'ended', outcome: 'canceled' };

  expect(breaches(life({ live: [operator], end: [end] }), application())).toEqual([]);
});
