import { etaSeconds, measure, startMeter } from '../../../src/domain/replication/copy-meter';

describe('the copy meter', () => {
  it('gives rate and time to go', () => {
    const meter = measure(startMeter(10_000, 0, 0), 2_000, 1_000);

    expect(meter).toMatchObject({ doneBytes: 2_000, totalBytes: 10_000, bytesPerSecond: 2_000 });
    expect(etaSeconds(meter)).toBe(4);
  });

  it('does not count what an earlier attempt wrote as speed', () => {
    const meter = measure(startMeter(10_000, 9_000, 0), 9_500, 1_000);

    expect(meter.bytesPerSecond).toBe(500);
  });

  it('follows a change of speed within seconds', () => {
    let meter = measure(startMeter(1e9, 0, 0), 1_000_000, 1_000);
    for (let second = 2; second <= 10; second += 1) meter = measure(meter, meter.doneBytes, second * 1_000);

    expect(meter.bytesPerSecond).toBeLessThan(100_000);
  });

  it('does not move when no time has passed', () => {
    const meter = measure(startMeter(10_000, 0, 5), 100, 5);

    expect(meter.bytesPerSecond).toBe(0);
    expect(etaSeconds(meter)).toBeUndefined();
  });

  it('has nothing to wait for once all is copied', () => {
    expect(etaSeconds(startMeter(10, 10, 0))).toBe(0);
  });
});
