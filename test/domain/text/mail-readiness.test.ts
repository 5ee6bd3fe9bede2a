import { currentStepOf } from '../../../src/domain/publication/current-step';
import type { PublicationFact } from '../../../src/domain/publication/events';
import type { MailEvent } from '../../../src/domain/text/mails/mail-event';
import { isStillSo, isTold } from '../../../src/domain/text/mails/mail-readiness';
import { after, atSignOff, opened } from '../publication/story';
import { allEvents, statusAt } from './mail-examples';

const needNothing: readonly MailEvent[] = [
  'startRefused',
  'signOffReminder',
  'addressMissing',
  'reviewReminder',
  'reviewEscalation',
  'boardAway',
  'overdue',
  'stuckRun',
];

it.each(allEvents)('a mail about %s can be written once the log tells about it', (event) => {
  const status = statusAt(event);

  expect(isTold({ event, number: 1, step: currentStepOf(status) }, status)).toBe(true);
});

it('a second vote waits for the log, also while it tells of the first', () => {
  const status = statusAt('goLiveVoted');

  const told = [1, 2].map((number) => isTold({ event: 'goLiveVoted', number, step: 'x' }, status));

  expect(told).toEqual([true, false]);
});

it.each(allEvents.filter((event) => !needNothing.includes(event)))(
  'a mail about %s waits while the log is behind',
  (event) => {
    expect(isTold({ event, number: 1, step: 'displaycertify' }, after(opened()))).toBe(false);
  },
);

const told = (code: string): PublicationFact => ({
  kind: 'messageAdded',
  step: 'publisher-signoff',
  level: 'information',
  message: { code, params: { actor: 'ann' } },
});
const [voted, scheduled, withdrawn] = ['goLive.voted', 'goLive.scheduled', 'goLive.withdrawn'].map(told);

it.each(allEvents)('what a mail about %s tells is so while nothing has come after it', (event) => {
  expect(isStillSo(event, statusAt(event))).toBe(true);
});

it.each<[MailEvent, string, readonly (PublicationFact | undefined)[], boolean]>([
  ['goLiveScheduled', 'the date was withdrawn', [scheduled, withdrawn], false],
  ['goLiveScheduled', 'it was withdrawn and set again', [scheduled, withdrawn, scheduled], true],
  ['goLiveScheduled', 'the date has come', [scheduled, { kind: 'goLiveApproved' }], false],
  ['goLiveScheduled', 'it was canceled', [scheduled, { kind: 'ended', outcome: 'canceled' }], false],
  ['goLiveScheduled', 'other messages came', [scheduled, told('message.unknown')], true],
  ['goLiveVoted', 'it was the last one missing for a date', [voted, scheduled], false],
  ['goLiveVoted', 'it was taken back', [voted, withdrawn], false],
  ['goLiveVoted', 'one more is still missing', [voted, voted], true],
  ['goLiveVoted', 'all have agreed', [voted, { kind: 'goLiveApproved' }], false],
  ['goLiveWithdrawn', 'there is a new date', [scheduled, withdrawn, scheduled], true],
  ['goLiveWithdrawn', 'it was approved after all', [withdrawn, { kind: 'goLiveApproved' }], false],
  ['live', 'it has ended', [{ kind: 'ended', outcome: 'live' }], true],
])('of a mail about %s, when %s: %j -> %s', (event, _why, facts, expected) => {
  const status = after(...atSignOff(), ...facts.flatMap((fact) => fact ?? []));

  expect(isStillSo(event, status)).toBe(expected);
});
