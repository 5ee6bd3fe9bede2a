import { type CommandName, readCommand } from '../../../src/domain/publication/commands';
import { decide } from '../../../src/domain/publication/decide';
import type { PublicationFact } from '../../../src/domain/publication/events';
import type { Outcome, PublicationStatus } from '../../../src/domain/publication/status';
import { messageText } from '../../../src/domain/text/publication/publication';
import { after, at, atSignOff, opened, publicationId, tell } from './story';

const approved: readonly PublicationFact[] = [
  ...atSignOff(),
  { kind: 'goLiveVoted', actor: 'ann' },
  { kind: 'goLiveApproved' },
];
const scheduled: readonly PublicationFact[] = [
  ...atSignOff(),
  { kind: 'goLiveVoted', actor: 'ann', notBefore: '2027-01-01T00:00:00.000Z' },
];
const halfVoted: readonly PublicationFact[] = [
  ...atSignOff({ votes: 2 }),
  { kind: 'goLiveVoted', actor: 'ann' },
];
const certifying: readonly PublicationFact[] = [
  opened(),
  { kind: 'stepChanged', step: 'displaycertify', status: 'inProgress' },
];
const reviewing: readonly PublicationFact[] = [
  opened(),
  { kind: 'stepChanged', step: 'displaycertify', status: 'waitingForApproval' },
];
const canceling: readonly PublicationFact[] = [...atSignOff(), { kind: 'cancelRequested', actor: 'ann' }];

type Row = [
  situation: string,
  facts: readonly PublicationFact[],
  name: CommandName,
  message: Readonly<Record<string, unknown>>,
  expected: string,
];

const table: readonly Row[] = [
  ['sign-off', atSignOff(), 'goLive', {}, 'goLive.accepted'],
  ['sign-off', atSignOff(), 'goLive', { notBefore: '2027-01-01T00:00:00Z' }, 'goLive.scheduled'],
  ['sign-off', atSignOff(), 'goLive', { notBefore: '2020-01-01T00:00:00Z' }, 'goLive.accepted'],
  ['sign-off', atSignOff(), 'goLive', { publicationId }, 'goLive.accepted'],
  ['sign-off', atSignOff(), 'goLive', { publicationId: 'another' }, 'otherPublication'],
  ['sign-off with two votes needed', atSignOff({ votes: 2 }), 'goLive', {}, 'goLive.voted'],
  ['before opening', [], 'goLive', {}, 'wrongState'],
  ['certification', certifying, 'goLive', {}, 'wrongState'],
  ['approved', approved, 'goLive', { actor: 'bob' }, 'alreadyDecided'],
  ['scheduled', scheduled, 'goLive', { actor: 'bob' }, 'alreadyDecided'],
  ['scheduled', scheduled, 'goLive', {}, 'alreadyDecided'],
  ['half voted', halfVoted, 'goLive', {}, 'alreadyVoted'],
  ['canceling', canceling, 'goLive', {}, 'alreadyDecided'],
  ['scheduled', scheduled, 'withdrawGoLive', {}, 'goLive.withdrawn'],
  ['sign-off', atSignOff(), 'withdrawGoLive', {}, 'wrongState'],
  ['approved', approved, 'withdrawGoLive', {}, 'alreadyDecided'],
  ['sign-off', atSignOff(), 'cancel', {}, 'cancel.accepted'],
  ['scheduled', scheduled, 'cancel', {}, 'cancel.accepted'],
  ['certification', certifying, 'cancel', {}, 'cancelNotAllowed'],
  ['approved', approved, 'cancel', {}, 'cancelNotAllowed'],
  ['canceling', canceling, 'cancel', {}, 'alreadyDecided'],
  [
    'certification, policy untilLive',
    [opened({ cancelPolicy: 'untilLive' })],
    'cancel',
    {},
    'cancel.accepted',
  ],
  ['sign-off, policy never', atSignOff({ cancelPolicy: 'never' }), 'cancel', {}, 'cancelNotAllowed'],
  [
    'certification awaits a reviewer',
    reviewing,
    'reviewDecision',
    { decision: 'approve' },
    'review.approved',
  ],
  [
    'certification awaits a reviewer',
    reviewing,
    'reviewDecision',
    { decision: 'requestChanges' },
    'review.changesRequested',
  ],
  ['sign-off', atSignOff(), 'reviewDecision', { decision: 'approve' }, 'wrongState'],
  ['certification', certifying, 'notificationEmails', { emails: ['a@contoso.com'] }, 'address.provided'],
];

it.each(table)(
  'at %s (%#) the message %3$j is answered as the process asks',
  (_situation, facts, name, message, expected) => {
    const { answer } = tell(after(...facts), name, message);

    expect(answer.kind === 'accepted' ? answer.message.code : answer.code).toBe(expected);
  },
);

it.each([
  ['ann', 'ann'],
  ['ann', 'Ann (login.example.com)'],
])('goes live only when the second person has voted, and not by %s voting again as %s', (actor, later) => {
  const first = tell(after(...atSignOff({ votes: 2 })), 'goLive', { actor });
  const again = tell(first.status, 'goLive', { actor: later, requestId: 'r2' });
  const second = tell(again.status, 'goLive', { actor: 'bob', requestId: 'r3' });

  expect(again.answer).toMatchObject({ kind: 'refused', code: 'alreadyVoted' });
  expect(again.status.goLive.approved).toBe(false);
  expect(second.status.goLive).toEqual({ votes: ['ann', 'bob'], approved: true });
});

const reasonAfter = (
  facts: readonly PublicationFact[],
  name: CommandName,
  message: Readonly<Record<string, unknown>> = {},
): string => messageText(tell(after(...facts), name, message).answer.message, 'en');

it.each(['ann', 'bob'])('tells %s the date of a scheduled go-live, and how to change it', (actor) => {
  expect(reasonAfter(scheduled, 'goLive', { actor })).toBe(
    'The go-live is already scheduled for Jan 1, 2027, 12:00:00 AM UTC. To change that, withdraw it first.',
  );
});

it.each<[CommandName, string]>([
  ['cancel', '"Cancel publishing" changed nothing: publishing is already being canceled.'],
  ['goLive', '"Go live" changed nothing: publishing is already being canceled.'],
])('tells that canceling is under way when %s comes after it', (name, reason) => {
  expect(reasonAfter(canceling, name)).toBe(reason);
});

it.each<[Outcome, string]>([
  ['canceled', 'Publish canceled'],
  ['live', 'Live'],
  ['rejected', 'Changes requested'],
])('tells that the publication has ended %s, and names no step', (outcome, state) => {
  const facts = [...canceling, { kind: 'ended', outcome } as const];

  expect(reasonAfter(facts, 'cancel')).toBe(
    `"Cancel publishing" is not possible any more: the publication has ended (${state}).`,
  );
  expect(tell(after(...facts), 'cancel').answer).toMatchObject({ kind: 'refused', code: 'wrongState' });
});

it('does not let the person who signed off decide the review', () => {
  const status = after(...approved, { kind: 'stepChanged', step: 'live', status: 'waitingForApproval' });

  expect(tell(status, 'reviewDecision', { decision: 'approve', actor: 'ann' }).answer.kind).toBe('refused');
  expect(
    tell(status, 'reviewDecision', { decision: 'approve', actor: 'ann (login.example.com)' }).answer.kind,
  ).toBe('refused');
  expect(tell(status, 'reviewDecision', { decision: 'approve', actor: 'rita' }).answer.kind).toBe('accepted');
});

it('keeps a refused message as a message on the current step', () => {
  const { status } = tell(after(...certifying), 'cancel', { reason: 'too slow' });

  const step = status.steps.find(({ id }) => id === 'displaycertify');
  const params = { name: 'cancel', requestId: 'r1' };
  expect(step?.messages).toEqual([
    { at: status.changedAt, level: 'warning', message: { code: 'cancel.notBeforeSignOff', params } },
  ]);
  expect(step?.messageCount).toBe(1);
});

it('does not let its reviewer sign off where reviewers come first, and lets anybody else', () => {
  const review = { id: 'microsoft-review', estimateHours: 1, estimate: '', stages: ['review'] } as const;
  const [begun, ...later] = atSignOff();
  const first = begun?.kind === 'opened' ? begun.pipeline.steps : [];
  const pipeline = { steps: [...first.slice(0, 1), review, ...first.slice(1)] };
  const reviewed = { kind: 'reviewDecided', step: review.id, actor: 'rita', decision: 'approve' } as const;
  const status = after(opened(pipeline), reviewed, ...later);

  expect(tell(status, 'goLive', { actor: 'rita' }).answer).toMatchObject({
    kind: 'refused',
    code: 'wrongState',
    message: { params: { expected: 'anotherPublisher' } },
  });
  expect(tell(status, 'goLive', { actor: 'Rita (login.example.com)' }).answer.kind).toBe('refused');
  expect(tell(status, 'goLive', { actor: 'ann' }).answer.kind).toBe('accepted');
});

it('lets somebody sign off who allowed an exception in certification', () => {
  const excepted = {
    kind: 'reviewDecided',
    step: 'displaycertify',
    actor: 'ann',
    decision: 'approve',
  } as const;
  const [begun, ...later] = atSignOff();
  if (begun === undefined) throw new Error('It begins with its pipeline.');

  expect(tell(after(begun, excepted, ...later), 'goLive', { actor: 'ann' }).answer.kind).toBe('accepted');
});

it('brings every comment of a reviewer to the publisher', () => {
  const comments = [{ message: 'Pin the version.', path: 'main.json', line: 12 }, { message: 'Nice.' }];

  const { status } = tell(after(...reviewing), 'reviewDecision', { decision: 'approve', comments });

  const texts = status.steps.flatMap(({ messages }) => messages).map(({ message }) => message.params['text']);
  expect(texts).toEqual(expect.arrayContaining(['Pin the version.', 'Nice.']));
});

describe('a decision with many comments', () => {
  const comments = (count: number) => Array.from({ length: count }, (_, index) => ({ message: `c${index}` }));
  const decidedWith = (count: number) => {
    const read = readCommand('reviewDecision', {
      requestId: 'r1',
      actor: 'rita',
      decision: 'requestChanges',
      comments: comments(count),
    });
    if (read.kind !== 'read') throw new Error(read.kind);
    const { facts } = decide(after(...reviewing), read.command, at);
    return { facts, status: after(...reviewing, ...facts) };
  };
  const said = (status: PublicationStatus): readonly string[] =>
    status.steps.flatMap(({ messages }) => messages).map(({ message }) => messageText(message, 'en'));

  it('shows the first, says how many more there are and where, and loses none from the log', () => {
    const { facts, status } = decidedWith(64);

    expect(said(status)).toHaveLength(1 + 30 + 1);
    expect(said(status).at(-1)).toBe('More comments, on the Review page: 34.');
    expect(facts.at(-1)).toMatchObject({ kind: 'reviewDecided', comments: comments(64) });
  });

  it.each([30, 31])('shows all %d where the number would take the place of one', (count) => {
    const { status } = decidedWith(count);

    expect(said(status).filter((text) => text.includes('commented'))).toHaveLength(count);
  });

  it('says it when there were too many to be kept', () => {
    const { status } = decidedWith(305);

    expect(said(status).at(-1)).toBe(
      'Comments that were too many to be kept: 5. Ask the reviewers for them.',
    );
  });
});

it('says of a second decision that the first one counts, also while the step is at work again', () => {
  const decided: readonly PublicationFact[] = [
    ...reviewing,
    { kind: 'reviewDecided', step: 'displaycertify', actor: 'rita', decision: 'approve' },
    { kind: 'stepChanged', step: 'displaycertify', status: 'inProgress' },
  ];

  const { answer } = tell(after(...decided), 'reviewDecision', { decision: 'requestChanges', actor: 'rob' });

  expect(answer).toMatchObject({ kind: 'refused', code: 'alreadyDecided' });
});
