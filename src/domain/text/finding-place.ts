import type { FindingTarget } from '../certification/finding';

/** Where a finding points, as far as it is known: plan, file with line and column, JSON pointer. */
export function findingPlace({ plan, file, pointer, line, column }: FindingTarget): string {
  const position = [file, line, column].filter((part) => part !== undefined).join(':');
  return [plan, position, pointer].filter((part) => part !== undefined && part !== '').join(', ');
}
