import type { PublicationEvent, PublicationFact } from '../../src/domain/publication/events';
import { evolve } from '../../src/domain/publication/evolve';
import type { PublicationStatus } from '../../src/domain/publication/status';
import type { MailEvent } from '../../src/domain/text/mails/mail-event';
import { isStillSo } from '../../src/domain/text/mails/mail-readiness';
import { at, atSignOff, publicationId } from '../domain/publication/story';
import { dueMails } from './invariants/due-mails';

const started: PublicationFact = {
  kind: 'started',
  publicationId,
  publisherId: 'contoso',
  offerId: 'linux-vm',
  language: 'en',
  requestedBy: null,
};

type Turn = readonly PublicationFact[];

/** At sign-off in two-person mode, and then this: each turn a minute after the one before. */
const events = (turns: readonly Turn[]): readonly PublicationEvent[] =>
  [[started, ...atSignOff({ votes: 2 })], ...turns].flatMap((facts, minute) =>
    facts.map((fact) => ({ ...fact, at: new Date(Date.parse(at) + minute * 60_000).toISOString() })),
  );

const said = (code: string): PublicationFact => ({
  kind: 'messageAdded',
  step: 'publisher-signoff',
  level: 'information',
  message: { code, params: {} },
});
const notBefore = '2099-01-01T00:00:00.000Z';
const voted: Turn = [said('goLive.voted'), { kind: 'goLiveVoted', actor: 'ann' }];
const dated: Turn = [said('goLive.scheduled'), { kind: 'goLiveVoted', actor: 'bob', notBefore }];
const last: Turn = [
  said('goLive.accepted'),
  { kind: 'goLiveVoted', actor: 'bob' },
  { kind: 'goLiveApproved' },
];
const withdrawn: Turn = [said('goLive.withdrawn'), { kind: 'goLiveWithdrawn', actor: 'ann' }];
const approved: Turn = [{ kind: 'goLiveApproved' }];
const ended: Turn = [{ kind: 'ended', outcome: 'failed' }];

it.each<[string, readonly Turn[], readonly string[]]>([
  ['a vote', [voted], ['goLiveVoted: due']],
  ['a date', [voted, dated], ['goLiveVoted: overtaken', 'goLiveScheduled: due']],
  ['a withdrawn vote', [voted, withdrawn], ['goLiveVoted: overtaken', 'goLiveWithdrawn: due']],
  [
    'a withdrawn date',
    [voted, dated, withdrawn],
    ['goLiveVoted: overtaken', 'goLiveScheduled: overtaken', 'goLiveWithdrawn: due'],
  ],
  [
    'a vote after a withdrawal, which stays true',
    [voted, withdrawn, voted],
    ['goLiveVoted: overtaken', 'goLiveWithdrawn: due', 'goLiveVoted: due'],
  ],
  [
    'a date that has come',
    [voted, dated, approved],
    ['goLiveVoted: overtaken', 'goLiveScheduled: overtaken', 'goLiveApproved: due'],
  ],
  ['the last vote', [voted, last], ['goLiveVoted: overtaken', 'goLiveApproved: due']],
  [
    'an end, which overtakes a withdrawal too',
    [voted, withdrawn, ended],
    ['goLiveVoted: overtaken', 'goLiveWithdrawn: overtaken'],
  ],
])('of %s, mails that were overtaken may be missing, and no others', (_what, turns, expected) => {
  const due = dueMails(events(turns));

  expect(due.map(({ event, isOvertaken }) => `${event}: ${isOvertaken ? 'overtaken' : 'due'}`)).toEqual(
    expected,
  );
  // The product must skip none that is due.
  const skipped = due.filter(({ event, isOvertaken }) => !isOvertaken && !isStillSo(event, statusOf(turns)));
  expect(skipped.map(({ event }): MailEvent => event)).toEqual([]);
});

function statusOf(turns: readonly Turn[]): PublicationStatus {
  const status = events(turns).reduce<PublicationStatus | undefined>(evolve, undefined);
  if (status === undefined) throw new Error('There is at least the start.');
  return status;
}
