/** A bench's figures under stable keys; times in milliseconds, ratios without unit. */
export type Figures = Readonly<Record<string, number>>;

export type Bar = { readonly key: string; readonly atMost?: number; readonly atLeast?: number };

export type Bench = {
  readonly summary: string;
  /** The design's bars for single figures. */
  readonly bars: readonly Bar[];
  readonly run: () => Promise<Figures>;
};

export function percentile(samples: readonly number[], part: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

export function rounded(figures: Figures): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [key, Number(value.toPrecision(4))]),
  );
}

export function keeps({ atMost, atLeast }: Bar, value: number): boolean {
  return (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
}
