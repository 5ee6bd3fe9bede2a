import { cancellationStateOf } from '../../../src/domain/publication/cancellation';
import type { PublicationEvent } from '../../../src/domain/publication/events';
import { evolve } from '../../../src/domain/publication/evolve';
import type { Pipeline } from '../../../src/domain/publication/pipelines';
import type { PublicationStatus } from '../../../src/domain/publication/status';

/** What a publication's events say against the rules, whatever was done to it; empty is good. */
export function breaches(events: readonly PublicationEvent[], pipeline: Pipeline): readonly string[] {
  const found: string[] = [];
  let status: PublicationStatus | undefined;
  for (const event of events) {
    if (status !== undefined) found.push(...breachesOf(event, status, pipeline));
    status = evolve(status, event);
  }
  return found;
}

function breachesOf(
  event: PublicationEvent,
  before: PublicationStatus,
  pipeline: Pipeline,
): readonly string[] {
  const said: string[] = [];
  if (before.endedAt !== null && event.kind !== 'messageAdded') said.push(`${event.kind} after the end`);
  switch (event.kind) {
    case 'goLiveVoted':
      if (before.goLive.votes.includes(event.actor)) said.push(`${event.actor} voted twice`);
      break;
    case 'goLiveApproved':
      if (new Set(before.goLive.votes).size < pipeline.votes) said.push('I1 approved with too few votes');
      break;
    case 'reviewDecided':
      if (before.goLive.votes.includes(event.actor)) said.push('I1 reviewed by who signed off');
      if (before.review?.step === event.step) said.push('I1 decided twice');
      break;
    case 'cancelRequested':
      if (event.actor !== 'operator' && cancellationStateOf(before) !== 'canCancel')
        said.push(`I6 canceled while the state says ${cancellationStateOf(before)}`);
      break;
    case 'wentLive':
      said.push(...breachesOfLive(before, pipeline));
      break;
    default:
  }
  return said;
}

function breachesOfLive(before: PublicationStatus, { steps }: Pipeline): readonly string[] {
  const needsReview = steps.some(({ stages }) => stages.includes('review'));
  return [
    ...(before.goLive.approved ? [] : ['I1 live without a go-live']),
    ...(needsReview && before.review?.decision !== 'approve' ? ['I1 live without the reviewers'] : []),
    ...(before.cancellation === 'cancelRequested' ? ['I6 live although canceled'] : []),
    ...(before.liveLinks.length > 0 ? ['I4 live twice'] : []),
  ];
}
