import type { PublicationStatus, StepStatus } from './status';

const open: readonly StepStatus[] = [
  'inProgress',
  'waitingForPublisherReview',
  'waitingForApproval',
  'blocked',
  'rejected',
];

/** The step a person would point at: the open one, else the last that ended, else the first. */
export function currentStepOf({ steps }: PublicationStatus): string {
  const current =
    steps.find(({ status }) => open.includes(status)) ??
    steps.findLast(({ status }) => status === 'complete') ??
    steps[0];
  return current?.id ?? '';
}
