import { recentFrames } from '../../../src/http/events/recent-frames';
import { someEvent } from '../../fakes/fake-event-feed';

const frame = (cursor: string, size: number) => ({
  event: { ...someEvent, cursor },
  bytes: new Uint8Array(size),
});

it.each([
  ['many', 10, 2000],
  ['large', 100_000, 84],
])('keeps the newer half when events are %s', (_what, size, count) => {
  const recent = recentFrames();
  recent.startAt('1.0');

  for (let id = 1; id <= count; id += 1) recent.add(`1.${id}`, frame(`1.${id}`, size));

  const [oldest] = recent.after('');
  const half = count / 2;
  expect(oldest?.event.cursor).toBe(`1.${half + 1}`);
  expect(recent.reachesBackTo(`1.${half}`)).toBe(true);
  expect(recent.reachesBackTo(`1.${half - 1}`)).toBe(false);
  expect(recent.end()).toBe(`1.${count}`);
});
