import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { PublicationResult } from './closing';
import { publicationStatusKey } from './search-attributes';

/** A start nobody can act on: the run completes `failed` at once and says why, instead of spinning. */
export function refuseStart(problem: string): PublicationResult {
  upsertSearchAttributes([{ key: publicationStatusKey, value: 'failed' }]);
  setCurrentDetails(`**Not started:** the input is wrong: ${problem}.`);
  return {
    outcome: 'failed',
    findings: [{ ruleId: 'publication.wrong-input', severity: 'error', params: { problem }, target: {} }],
    findingCount: 1,
  };
}
