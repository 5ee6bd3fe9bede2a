import type { FindingTarget } from '../../certification/finding';

/**
 * Where a finding points, as far as it is known: the file with line and column first, as editors and terminals open it
 * (`mainTemplate.json:3:5`), then the JSON pointer, then the plan.
 */
export function findingPlace({ plan, file, pointer, line, column }: FindingTarget): string {
  const position =
    file === undefined ? '' : [file, line, column].filter((part) => part !== undefined).join(':');
  return [position, pointer, plan].filter((part) => part !== undefined && part !== '').join(', ');
}
