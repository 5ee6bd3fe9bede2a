import { ActivityFailure, ApplicationFailure, TimeoutFailure } from '@temporalio/workflow';
import type { Finding } from '../domain/certification/finding';
import { reasonForPeople } from '../domain/text/reason-for-people';

/** The last words of whatever stopped an activity, for operators. */
export function reasonOf(failure: unknown): string {
  const cause = lastCauseOf(failure);
  return cause instanceof Error ? cause.message : String(cause);
}

/** The same for publishers, if it is worded for them. */
export const toldReasonOf = (failure: unknown): string => reasonForPeople(lastCauseOf(failure)).slice(0, 300);

/** True for a fault of our own: the activity said that no retry and no publisher can cure it. */
export function isOwnFault(failure: unknown): boolean {
  const cause = causeIn(failure);
  return cause instanceof ApplicationFailure && cause.nonRetryable === true;
}

/** What an operator finds in OPERATIONS by its type, before what it says. */
export function causeOf(failure: unknown): string {
  const cause = causeIn(failure);
  const type = cause instanceof ApplicationFailure ? (cause.type ?? cause.name) : 'Error';
  return `${activityOf(failure)}: ${type}: ${reasonOf(failure).slice(0, 300)}`;
}

/** A dependency that stayed away past the step's patience ends as a finding that names it. */
export function dependencyFinding(failure: unknown): Finding {
  return {
    ruleId: 'publication.dependency-failed',
    severity: 'error',
    params: { activity: activityOf(failure), reason: toldReasonOf(failure) },
    target: {},
  };
}

/** Our own fault, without its inside: that is for the operator. */
export function ownFaultFinding(failure: unknown): Finding {
  const params = { activity: activityOf(failure) };
  return { ruleId: 'publication.own-fault', severity: 'error', params, target: {} };
}

const causeIn = (failure: unknown): unknown => (failure instanceof ActivityFailure ? failure.cause : failure);

const activityOf = (failure: unknown): string =>
  failure instanceof ActivityFailure ? failure.activityType : 'publication';

/** Where time ran out, why the last attempt failed, if one did. */
function lastCauseOf(failure: unknown): unknown {
  const cause = causeIn(failure);
  return cause instanceof TimeoutFailure && cause.cause instanceof Error ? cause.cause : cause;
}
