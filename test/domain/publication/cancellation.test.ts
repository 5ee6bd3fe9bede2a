import { toCppStatus } from '../../../src/domain/publication/cpp/cpp-status';
import type { PublicationFact } from '../../../src/domain/publication/events';
import type { CancelPolicy, StageName } from '../../../src/domain/publication/pipeline';
import { pipelineOf } from '../../../src/domain/publication/pipelines';
import type { CancellationRequestState, StepStatus } from '../../../src/domain/publication/status';
import { after, tell } from './story';

const types = [
  ['microsoft-azure-virtualmachines', 'publish'],
  ['microsoft-azure-applications', 'publish'],
  ['staged-offer', 'virtual-machine'],
  ['staged-offer', 'data-service'],
  ['consulting-services', 'publish'],
] as const;

/** A step is found by its work, because every type calls it otherwise. */
type Moment = readonly (PublicationFact | { readonly stage: StageName; readonly status: StepStatus })[];

const signOff: Moment = [{ stage: 'signOff', status: 'waitingForPublisherReview' }];
const signedOff: Moment = [
  ...signOff,
  { kind: 'goLiveVoted', actor: 'ann' },
  { kind: 'goLiveApproved' },
  { stage: 'signOff', status: 'complete' },
];
const asked: Moment = [...signOff, { kind: 'cancelRequested', actor: 'operator' }];

type States = readonly [
  atSignOff: CancellationRequestState,
  untilLive: CancellationRequestState,
  never: CancellationRequestState,
];
const policies: readonly CancelPolicy[] = ['atSignOff', 'untilLive', 'never'];

const situations: readonly (readonly [situation: string, moment: Moment, ...states: States])[] = [
  ['nothing has begun', [], 'cannotCancel', 'canCancel', 'cannotCancel'],
  [
    'the work before the sign-off',
    [{ stage: 'validate', status: 'inProgress' }],
    'cannotCancel',
    'canCancel',
    'cannotCancel',
  ],
  [
    'reviewers who are asked about an exception',
    [{ stage: 'validate', status: 'waitingForApproval' }],
    'cannotCancel',
    'canCancel',
    'cannotCancel',
  ],
  ['sign-off', signOff, 'canCancel', 'canCancel', 'cannotCancel'],
  [
    'one vote of two',
    [...signOff, { kind: 'goLiveVoted', actor: 'ann' }],
    'canCancel',
    'canCancel',
    'cannotCancel',
  ],
  [
    'a date to go live at',
    [...signOff, { kind: 'goLiveVoted', actor: 'ann', notBefore: '2099-01-01T00:00:00.000Z' }],
    'canCancel',
    'canCancel',
    'cannotCancel',
  ],
  [
    'a go-live that was withdrawn',
    [...signOff, { kind: 'goLiveVoted', actor: 'ann' }, { kind: 'goLiveWithdrawn', actor: 'ann' }],
    'canCancel',
    'canCancel',
    'cannotCancel',
  ],
  [
    'an approved go-live',
    [...signOff, { kind: 'goLiveVoted', actor: 'ann' }, { kind: 'goLiveApproved' }],
    'cannotCancel',
    'canCancel',
    'cannotCancel',
  ],
  ['the end of the sign-off', signedOff, 'cannotCancel', 'canCancel', 'cannotCancel'],
  [
    'the beginning of what makes it live',
    [...signedOff, { stage: 'goLive', status: 'inProgress' }],
    'cannotCancel',
    'cannotCancel',
    'cannotCancel',
  ],
  ['a cancel', asked, 'cancelRequested', 'cancelRequested', 'cancelRequested'],
  [
    'the end of a cancel',
    [...asked, { kind: 'ended', outcome: 'canceled' }],
    'canceled',
    'canceled',
    'canceled',
  ],
  ...(['live', 'failed', 'rejected'] as const).map(
    (outcome) =>
      [
        `the end: ${outcome}`,
        [...signedOff, { kind: 'ended', outcome }],
        'cannotCancel',
        'cannotCancel',
        'cannotCancel',
      ] as const,
  ),
];

describe.each(types)('of %s (%s)', (offerType, kind) => {
  it.each(situations)('cancel does after "%s" what the status says', (_situation, moment, ...states) => {
    const told = policies.map((cancelPolicy) => at(moment, { offerType, kind, cancelPolicy }));

    expect(told.map(({ state }) => state)).toEqual(states);
    expect(told.map(({ cancel }) => cancel === 'accepted')).toEqual(
      states.map((state) => state === 'canCancel'),
    );
  });
});

it.each([
  ['microsoft-azure-applications', 'publish'],
  ['staged-offer', 'virtual-machine'],
] as const)(
  'while reviewers have %s (%s) after its sign-off, only the policy "untilLive" allows to cancel',
  (offerType, kind) => {
    const moment: Moment = [...signedOff, { stage: 'review', status: 'waitingForApproval' }];

    const told = policies.map((cancelPolicy) => at(moment, { offerType, kind, cancelPolicy }));

    expect(told).toEqual([
      { state: 'cannotCancel', cancel: 'refused' },
      { state: 'canCancel', cancel: 'accepted' },
      { state: 'cannotCancel', cancel: 'refused' },
    ]);
  },
);

type Row = {
  readonly offerType: (typeof types)[number][0];
  readonly kind: (typeof types)[number][1];
  readonly cancelPolicy: CancelPolicy;
};

/** What clients of the API read in that moment, and what a cancel is answered. */
function at(moment: Moment, { offerType, kind, cancelPolicy }: Row) {
  const row = pipelineOf(offerType, kind);
  if (row === undefined) throw new Error('Every row has a pipeline.');
  const pipeline = { ...row, votes: 2, cancelPolicy };
  const facts = moment.map((each): PublicationFact => {
    if ('kind' in each) return each;
    const step = pipeline.steps.find(({ stages }) => stages.includes(each.stage));
    if (step === undefined) throw new Error(`${offerType} has no ${each.stage}.`);
    return { kind: 'stepChanged', step: step.id, status: each.status };
  });
  const status = after({ kind: 'opened', offerType, offerVersion: 1, language: 'en', pipeline }, ...facts);
  const words = { message: () => '', finding: () => '' };
  return {
    state: toCppStatus(status, words).cancellationRequestState,
    cancel: tell(status, 'cancel').answer.kind,
  };
}
