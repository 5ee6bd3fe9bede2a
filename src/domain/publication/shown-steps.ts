import type { PublicationStatus, StepState } from './status';

/**
 * The steps as people see them. Those of a canceled publication stand at the start again (P13); what they did
 * before is told by the history, and would contradict "Not started" here.
 */
export function shownSteps({ outcome, steps }: PublicationStatus): readonly StepState[] {
  return outcome === 'canceled' ? steps.map(asNeverStarted) : steps;
}

function asNeverStarted(step: StepState): StepState {
  const { id, status } = step;
  return status === 'notStarted' ? { id, status, messages: [], messageCount: 0, findings: [] } : step;
}
