/** How far a copy is and how fast it goes. Times are milliseconds of any clock that only goes forward. */
export type CopyMeter = {
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly bytesPerSecond: number;
  readonly measuredAt: number;
};

/** Weight of the newest second in the rate: old enough to be calm, young enough to show a stall. */
const smoothing = 0.3;

export function startMeter(totalBytes: number, doneBytes: number, now: number): CopyMeter {
  return { doneBytes, totalBytes, bytesPerSecond: 0, measuredAt: now };
}

/** The meter after `doneBytes`; bytes that an earlier attempt wrote count as done, never as speed. */
export function measure(meter: CopyMeter, doneBytes: number, now: number): CopyMeter {
  const seconds = (now - meter.measuredAt) / 1000;
  if (seconds <= 0) return { ...meter, doneBytes };
  const current = Math.max(0, doneBytes - meter.doneBytes) / seconds;
  const weight = meter.bytesPerSecond === 0 ? 1 : 1 - (1 - smoothing) ** seconds;
  return {
    ...meter,
    doneBytes,
    bytesPerSecond: meter.bytesPerSecond + weight * (current - meter.bytesPerSecond),
    measuredAt: now,
  };
}

/** Seconds to go at this rate; undefined while nothing moves. */
export function etaSeconds({ doneBytes, totalBytes, bytesPerSecond }: CopyMeter): number | undefined {
  if (doneBytes >= totalBytes) return 0;
  return bytesPerSecond > 0 ? Math.ceil((totalBytes - doneBytes) / bytesPerSecond) : undefined;
}
