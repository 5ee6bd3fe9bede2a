import { currentStepOf } from '../../../src/domain/publication/current-step';
import type { MailEvent } from '../../../src/domain/text/mail-event';
import { isTold } from '../../../src/domain/text/mail-readiness';
import { after, opened } from '../publication/story';
import { allEvents, statusAt } from './mail-examples';

const needNothing: readonly MailEvent[] = [
  'startRefused',
  'signOffReminder',
  'addressMissing',
  'reviewReminder',
  'reviewEscalation',
  'boardAway',
  'overdue',
];

it.each(allEvents)('a mail about %s can be written once the log tells about it', (event) => {
  const status = statusAt(event);

  expect(isTold(event, currentStepOf(status), status)).toBe(true);
});

it.each(allEvents.filter((event) => !needNothing.includes(event)))(
  'a mail about %s waits while the log is behind',
  (event) => {
    expect(isTold(event, 'displaycertify', after(opened()))).toBe(false);
  },
);
