import type { PackageFault } from '../../domain/certification/package-entries';

/** The bytes of the zip that an entry takes, header and data; `end` is the first after them. */
export type Span = { readonly name: string; readonly start: number; readonly end: number };

/** Entries that begin before the one before them has ended: the same bytes sold twice. */
export function overlaps(spans: readonly Span[]): readonly PackageFault[] {
  const inOrder = spans.toSorted((one, other) => one.start - other.start);
  const faults: PackageFault[] = [];
  let end = 0;
  for (const span of inOrder) {
    if (span.start < end) faults.push({ kind: 'overlap', name: span.name, detail: `${span.start}` });
    end = Math.max(end, span.end);
  }
  return faults;
}
