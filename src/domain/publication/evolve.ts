import { cancellationStateOf } from './cancellation';
import type { PublicationEvent, PublicationFact } from './events';
import type { PublicationStatus, StepMessage, StepState, StepStatus } from './status';

const keptMessages = 50;
const keptText = 500;

/**
 * The status document after one more event. The workflow and the catalogue fold the same events with this one
 * function, so what the run answers and what the pages show cannot part ways. `undefined` stands for "no event yet".
 */
export function evolve(status: PublicationStatus | undefined, event: PublicationEvent): PublicationStatus {
  if (event.kind === 'started') return begin(event);
  if (status === undefined) throw new Error(`A publication begins with "started", not with "${event.kind}".`);
  const changed = { ...apply(status, event), changedAt: event.at };
  return { ...changed, cancellation: cancellationStateOf(changed) };
}

function begin(event: PublicationEvent & { kind: 'started' }): PublicationStatus {
  return {
    publicationId: event.publicationId,
    publisherId: event.publisherId,
    offerId: event.offerId,
    offerType: null,
    offerVersion: null,
    language: event.language,
    requestedBy: event.requestedBy,
    ...(event.certificationNotes === undefined ? {} : { certificationNotes: event.certificationNotes }),
    pipeline: null,
    status: 'running',
    steps: [stepNotStarted('displaydummycertify')],
    cancellation: 'cannotCancel',
    notificationEmails: [],
    goLive: { votes: [], approved: false },
    review: null,
    previewLinks: [],
    liveLinks: [],
    outcome: null,
    startedAt: event.at,
    changedAt: event.at,
    endedAt: null,
  };
}

type LaterFact = Exclude<PublicationFact, { kind: 'started' }> & { readonly at: string };

function apply(status: PublicationStatus, event: LaterFact): PublicationStatus {
  switch (event.kind) {
    case 'opened':
      return {
        ...status,
        offerType: event.offerType,
        offerVersion: event.offerVersion,
        language: event.language,
        pipeline: event.pipeline,
        steps: event.pipeline.steps.map(
          ({ id }) => status.steps.find((step) => step.id === id) ?? stepNotStarted(id),
        ),
      };
    case 'stepChanged':
      return changeStep(status, event);
    case 'messageAdded':
      return inStep(status, event.step, (step) => withMessage(step, event));
    case 'findingsReported':
      return inStep(status, event.step, (step) => ({
        ...step,
        findings: event.findings,
        ...(event.reportId === undefined ? {} : { reportId: event.reportId }),
      }));
    case 'emailsProvided':
      return { ...status, notificationEmails: event.emails };
    case 'goLiveVoted':
    case 'goLiveWithdrawn':
    case 'goLiveApproved':
      return { ...status, goLive: voted(status, event) };
    case 'cancelRequested':
      return { ...status, cancellation: 'cancelRequested' };
    case 'reviewOpened':
      return { ...status, workItem: event.workItem };
    case 'reviewDecided':
      return {
        ...status,
        review: { step: event.step, actor: event.actor, decision: event.decision },
      };
    case 'previewOpened':
      return { ...status, previewLinks: event.links };
    case 'wentLive':
      return { ...status, liveLinks: event.links };
    case 'ended':
      return end(status, event);
    case 'gaveUp':
      return { ...status, status: 'failed', endedAt: event.at };
  }
}

type GoLiveFact = Extract<LaterFact, { kind: 'goLiveVoted' | 'goLiveWithdrawn' | 'goLiveApproved' }>;

function voted({ goLive }: PublicationStatus, event: GoLiveFact): PublicationStatus['goLive'] {
  switch (event.kind) {
    case 'goLiveVoted': {
      const { notBefore = goLive.notBefore } = event;
      return {
        ...goLive,
        votes: [...goLive.votes, event.actor],
        ...(notBefore === undefined ? {} : { notBefore }),
      };
    }
    case 'goLiveWithdrawn':
      return { votes: [], approved: false };
    case 'goLiveApproved':
      return { ...goLive, approved: true };
  }
}

function changeStep(
  status: PublicationStatus,
  event: LaterFact & { kind: 'stepChanged' },
): PublicationStatus {
  const changed = inStep(status, event.step, (step) => ({
    ...step,
    status: event.status,
    ...(step.startedAt === undefined && event.status !== 'notStarted' ? { startedAt: event.at } : {}),
    ...(hasEnded(event.status) ? { endedAt: event.at } : {}),
  }));
  return {
    ...changed,
    status: event.status === 'waitingForPublisherReview' ? 'waitingForPublisherReview' : 'running',
  };
}

const hasEnded = (status: StepStatus): boolean =>
  status === 'complete' || status === 'blocked' || status === 'rejected' || status === 'canceled';

/** A canceled publication has no current step: all of them stand at the start again (P13), the messages stay. */
function end(status: PublicationStatus, event: LaterFact & { kind: 'ended' }): PublicationStatus {
  const ended = { ...status, outcome: event.outcome, endedAt: event.at };
  switch (event.outcome) {
    case 'live':
      return { ...ended, status: 'succeeded' };
    case 'failed':
      return { ...ended, status: 'failed' };
    case 'rejected':
      return { ...ended, status: 'canceled' };
    case 'canceled':
      return {
        ...ended,
        status: 'canceled',
        previewLinks: [],
        steps: status.steps.map((step) => ({ ...step, status: 'notStarted' as const })),
      };
  }
}

function inStep(
  status: PublicationStatus,
  id: string,
  change: (step: StepState) => StepState,
): PublicationStatus {
  return { ...status, steps: status.steps.map((step) => (step.id === id ? change(step) : step)) };
}

function withMessage(step: StepState, event: LaterFact & { kind: 'messageAdded' }): StepState {
  const params = Object.fromEntries(
    Object.entries(event.message.params).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, keptText) : value,
    ]),
  );
  const added: StepMessage = {
    at: event.at,
    level: event.level,
    message: { code: event.message.code, params },
  };
  return {
    ...step,
    messages: [...step.messages, added].slice(-keptMessages),
    messageCount: step.messageCount + 1,
  };
}

function stepNotStarted(id: string): StepState {
  return { id, status: 'notStarted', messages: [], messageCount: 0, findings: [] };
}
