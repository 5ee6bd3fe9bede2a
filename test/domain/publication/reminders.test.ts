import { nextReminder } from '../../../src/domain/publication/reminders';

it.each([
  ['in time', 100, 100, 110],
  ['a little late, without putting the others off', 100, 103, 110],
  ['after an outage of several turns, with all that was missed in one', 100, 157, 167],
  ['at the very moment of the next turn', 100, 110, 120],
])('reminds again %s', (_when, due, now, next) => {
  expect(nextReminder(due, now, 10)).toBe(next);
});
