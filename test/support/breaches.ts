import { isSamePerson } from '../../src/domain/access/same-person';
import type { PublicationEvent } from '../../src/domain/publication/events';
import { evolve } from '../../src/domain/publication/evolve';
import type { Pipeline } from '../../src/domain/publication/pipeline';
import type { PublicationStatus, ReviewDecision } from '../../src/domain/publication/status';

/** What a publication's events say against the rules, whatever was done to it; empty is good. */
export function breaches(events: readonly PublicationEvent[], pipeline: Pipeline): readonly string[] {
  const found: string[] = [];
  const told: PublicationEvent[] = [];
  let status: PublicationStatus | undefined;
  for (const event of events) {
    if (status !== undefined) found.push(...breachesOf(event, { status, told, pipeline }));
    status = evolve(status, event);
    told.push(event);
  }
  return found;
}

/** What was so before an event. `told` are the events themselves: the status forgets what was withdrawn or overwritten. */
type Before = {
  readonly status: PublicationStatus;
  readonly told: readonly PublicationEvent[];
  readonly pipeline: Pipeline;
};

function breachesOf(event: PublicationEvent, before: Before): readonly string[] {
  const { status, told, pipeline } = before;
  const votes = votesIn(told);
  const rules: readonly (readonly [isBroken: boolean, what: string])[] = [
    [isEnded(told) && event.kind !== 'messageAdded', `${event.kind} after the end`],
    [event.kind === 'goLiveVoted' && isOneOf(votes, event.actor), 'I1 somebody voted twice'],
    [event.kind === 'goLiveApproved' && peopleIn(votes) < pipeline.votes, 'I1 approved with too few votes'],
    [event.kind === 'goLiveApproved' && isBeforeItsDate(event.at, status), 'I1 approved before its date'],
    [
      event.kind === 'goLiveVoted' && isOneOf(reviewersIn(before), event.actor),
      'I1 signed off by its reviewer',
    ],
    [event.kind === 'reviewDecided' && isOneOf(votes, event.actor), 'I1 reviewed by who signed off'],
    [event.kind === 'reviewDecided' && decisionOn(event.step, told) !== undefined, 'I1 decided twice'],
    [
      event.kind === 'cancelRequested' && event.actor !== 'operator' && !mayCancel(before),
      `I6 canceled against the policy ${pipeline.cancelPolicy}`,
    ],
    [has(told, 'cancelRequested') && endsOtherwise(event), 'I6 canceled, and ended otherwise'],
  ];
  const broken = rules.filter(([isBroken]) => isBroken).map(([, what]) => what);
  return event.kind === 'wentLive' ? [...broken, ...breachesOfLive(before)] : broken;
}

/** By any of their names. */
const isOneOf = (people: readonly string[], actor: string): boolean =>
  people.some((person) => isSamePerson(person, actor));

const peopleIn = (names: readonly string[]): number =>
  names.filter((name, index) => !isOneOf(names.slice(0, index), name)).length;

const endsOtherwise = (event: PublicationEvent): boolean =>
  event.kind === 'gaveUp' || (event.kind === 'ended' && event.outcome !== 'canceled');

const has = (told: readonly PublicationEvent[], kind: PublicationEvent['kind']): boolean =>
  told.some((event) => event.kind === kind);

const isEnded = (told: readonly PublicationEvent[]): boolean => has(told, 'ended') || has(told, 'gaveUp');

/** Since the last withdrawal. */
function votesIn(told: readonly PublicationEvent[]): readonly string[] {
  const from = told.findLastIndex(({ kind }) => kind === 'goLiveWithdrawn') + 1;
  return told.slice(from).flatMap((event) => (event.kind === 'goLiveVoted' ? [event.actor] : []));
}

function decisionOn(step: string, told: readonly PublicationEvent[]): ReviewDecision | undefined {
  const decided = told.findLast((event) => event.kind === 'reviewDecided' && event.step === step);
  return decided?.kind === 'reviewDecided' ? decided.decision : undefined;
}

const isBeforeItsDate = (at: string, { goLive: { notBefore } }: PublicationStatus): boolean =>
  notBefore !== undefined && Date.parse(at) < Date.parse(notBefore);

/** Told from the events alone: what decides about a cancel reads the status. */
function mayCancel({ told, pipeline: { cancelPolicy, steps } }: Before): boolean {
  if (isEnded(told) || has(told, 'cancelRequested')) return false;
  const changes = told.filter((event) => event.kind === 'stepChanged');
  switch (cancelPolicy) {
    case 'never':
      return false;
    case 'untilLive': {
      const last = steps.find(({ stages }) => stages.includes('goLive'));
      return !changes.some(({ step, status }) => step === last?.id || status === 'rejected');
    }
    case 'atSignOff':
      return changes.at(-1)?.status === 'waitingForPublisherReview' && !has(told, 'goLiveApproved');
  }
}

/** Of the offer: whoever allowed an exception in certification may be anybody. */
function reviewersIn({ told, pipeline }: Before): readonly string[] {
  const reviews = reviewStepsOf(pipeline);
  return told.flatMap((event) =>
    event.kind === 'reviewDecided' && reviews.includes(event.step) ? [event.actor] : [],
  );
}

const reviewStepsOf = ({ steps }: Pipeline): readonly string[] =>
  steps.filter(({ stages }) => stages.includes('review')).map(({ id }) => id);

function breachesOfLive({ told, pipeline }: Before): readonly string[] {
  const asked = [...reviewStepsOf(pipeline), ...stepsInReview(told)];
  const unapproved = asked.filter((step) => decisionOn(step, told) !== 'approve');
  return [
    ...(has(told, 'goLiveApproved') ? [] : ['I1 live without a go-live']),
    ...(unapproved.length > 0 ? ['I1 live without the reviewers'] : []),
    ...(has(told, 'cancelRequested') ? ['I6 live although canceled'] : []),
    ...(has(told, 'wentLive') ? ['I4 live twice'] : []),
  ];
}

/** A rule can ask reviewers too, in any step. */
const stepsInReview = (told: readonly PublicationEvent[]): readonly string[] =>
  told.flatMap((event) =>
    event.kind === 'stepChanged' && event.status === 'waitingForApproval' ? [event.step] : [],
  );
