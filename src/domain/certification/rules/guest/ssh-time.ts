const units: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };

/** Seconds of a time as sshd_config(5) writes it: `180`, `3m`, `1h30m`; `undefined` when it is none. */
export function secondsOf(time: string): number | undefined {
  if (!/^(?:\d{1,9}[smhdw]?)+$/i.test(time)) return undefined;
  const parts = time.matchAll(/(\d+)([smhdw]?)/gi);
  return [...parts].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (units[unit.toLowerCase()] ?? 1),
    0,
  );
}
