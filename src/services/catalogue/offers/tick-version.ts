import { ticksAtUnixEpoch, ticksOf } from '../../../domain/publication/cpp/cpp-ticks';

const ticksPerSecond = 10_000_000n;

/** .NET ticks of a change (100 ns since 0001-01-01), strictly growing even when the clock stands still or goes back. */
export function nextTickVersion(previous: bigint, now: Date): bigint {
  const ticks = ticksOf(now);
  return ticks > previous ? ticks : previous + 1n;
}

/** The entity tag as the Cloud Partner Portal writes it: `W/"datetime'2017-06-07T06%3A15%3A40.4771399Z'"`. */
export function etagOf(tickVersion: bigint): string {
  const sinceUnixEpoch = tickVersion - ticksAtUnixEpoch;
  const second = new Date(Number((sinceUnixEpoch / ticksPerSecond) * 1000n)).toISOString().slice(0, 19);
  const fraction = (sinceUnixEpoch % ticksPerSecond).toString().padStart(7, '0');
  return `W/"datetime'${encodeURIComponent(`${second}.${fraction}Z`)}'"`;
}
