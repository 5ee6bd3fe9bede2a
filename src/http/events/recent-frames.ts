import { isBehind } from '../../domain/events/event-cursor';
import type { Frame } from './event-frame';

/** When there is more than one of these, the older half goes. */
const mostFrames = 2000;
const mostBytes = 8 * 1024 * 1024;

/** The newest events of the feed, so that whoever was away for a moment only does not ask the database. */
export type RecentFrames = {
  readonly startAt: (cursor: string) => void;
  /** `frame` undefined: an event that is told to nobody, but moves the end on. */
  readonly add: (cursor: string, frame: Frame | undefined) => void;
  /** The newest event's cursor; '' before the first. */
  readonly end: () => string;
  readonly reachesBackTo: (cursor: string) => boolean;
  readonly after: (cursor: string) => readonly Frame[];
};

export function recentFrames(): RecentFrames {
  let frames: Frame[] = [];
  let bytes = 0;
  /** Everything behind it is in `frames`. */
  let floor = '';
  let end = '';
  return {
    startAt(cursor) {
      frames = [];
      bytes = 0;
      floor = cursor;
      end = cursor;
    },
    add(cursor, frame) {
      end = cursor;
      if (frame === undefined) return;
      frames.push(frame);
      bytes += frame.bytes.length;
      if (frames.length < mostFrames && bytes < mostBytes) return;
      const half = Math.ceil(frames.length / 2);
      floor = frames[half - 1]?.event.cursor ?? floor;
      frames = frames.slice(half);
      bytes = frames.reduce((sum, each) => sum + each.bytes.length, 0);
    },
    end: () => end,
    reachesBackTo: (cursor) => !isBehind(floor, cursor),
    after: (cursor) => frames.filter(({ event }) => isBehind(event.cursor, cursor)),
  };
}
