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
  const { votes } = before.goLive;
  const rules: readonly (readonly [isBroken: boolean, what: string])[] = [
    [before.endedAt !== null && event.kind !== 'messageAdded', `${event.kind} after the end`],
    [event.kind === 'goLiveVoted' && votes.includes(event.actor), 'I1 somebody voted twice'],
    [
      event.kind === 'goLiveApproved' && new Set(votes).size < pipeline.votes,
      'I1 approved with too few votes',
    ],
    [event.kind === 'goLiveVoted' && reviewerOf(before) === event.actor, 'I1 signed off by its reviewer'],
    [event.kind === 'reviewDecided' && votes.includes(event.actor), 'I1 reviewed by who signed off'],
    [event.kind === 'reviewDecided' && before.review?.step === event.step, 'I1 decided twice'],
    [
      event.kind === 'cancelRequested' &&
        event.actor !== 'operator' &&
        cancellationStateOf(before) !== 'canCancel',
      `I6 canceled while the state says ${cancellationStateOf(before)}`,
    ],
  ];
  const broken = rules.filter(([isBroken]) => isBroken).map(([, what]) => what);
  return event.kind === 'wentLive' ? [...broken, ...breachesOfLive(before, pipeline)] : broken;
}

/** Of the offer: whoever allowed an exception in certification may be anybody. */
function reviewerOf({ review, pipeline }: PublicationStatus): string | undefined {
  const step = pipeline?.steps.find(({ id }) => id === review?.step);
  return step?.stages.includes('review') === true ? review?.actor : undefined;
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
