import type { Finding } from './finding';

/**
 * The findings a step shows and the rest of its report. A step over several artefacts has merged their findings and
 * names one report; where that does not begin as the step does, the step knows better.
 */
export function allFindings(shown: readonly Finding[], report: readonly Finding[] = []): readonly Finding[] {
  const isBeginning = shown.every(({ ruleId }, index) => ruleId === report[index]?.ruleId);
  return isBeginning ? [...shown, ...report.slice(shown.length)] : shown;
}
