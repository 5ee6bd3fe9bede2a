export const ticksAtUnixEpoch = 621_355_968_000_000_000n;
const ticksPerMillisecond = 10_000n;

/** .NET ticks of a time: 100 ns since 0001-01-01. Far above what a JS number holds exactly. */
export const ticksOf = (time: Date): bigint =>
  ticksAtUnixEpoch + BigInt(time.getTime()) * ticksPerMillisecond;
