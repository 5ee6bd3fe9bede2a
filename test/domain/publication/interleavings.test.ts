import fc from 'fast-check';
import { readCommand } from '../../../src/domain/publication/commands';
import { decide } from '../../../src/domain/publication/decide';
import type { PublicationEvent, PublicationFact } from '../../../src/domain/publication/events';
import { evolve } from '../../../src/domain/publication/evolve';
import type { PublicationStatus } from '../../../src/domain/publication/status';
import { breaches } from '../../support/breaches';
import { type Deed, type Sequence, sequence } from '../../support/interleavings/sequence';
import { at, publicationId } from './story';

it('keeps every rule whatever is done to a publication, in whatever order', () => {
  const outcomes = new Set<string | null>();
  fc.assert(
    fc.property(sequence, (given) => {
      const told = play(given);

      outcomes.add(told.outcome);
      expect(breaches(told.events, given.pipeline)).toEqual([]);
      expect(told.untruths).toEqual([]);
    }),
    { numRuns: 1000 },
  );
  // Else the sequences would not get far enough to break anything.
  expect(outcomes).toEqual(new Set(['canceled', 'live', null, 'rejected']));
});

type Told = {
  readonly events: readonly PublicationEvent[];
  readonly untruths: readonly string[];
  readonly outcome: PublicationStatus['outcome'];
};

/** The story as a reducer sees it: work goes on step by step, messages come whenever they come. */
function play(given: Sequence): Told {
  const events: PublicationEvent[] = begun(given).map((fact) => ({ ...fact, at }));
  const untruths: string[] = [];
  let status = folded(events);
  for (const deed of given.deeds) {
    switch (deed.kind) {
      case 'message':
        send(deed);
        if (deed.twice) send(deed);
        break;
      case 'work':
        goOn(deed.turns);
        break;
      case 'operatorCancel':
        emit(byOperator(status, given));
        break;
      case 'publish':
        // Its run is there, or was.
        break;
      case 'restart':
        status = folded(events);
        break;
    }
  }
  // What was decided last is still carried out.
  goOn(4);
  return { events, untruths, outcome: status.outcome };

  function emit(facts: readonly PublicationFact[]): void {
    for (const fact of facts) {
      events.push({ ...fact, at });
      status = evolve(status, { ...fact, at });
    }
  }

  function goOn(turns: number): void {
    for (let turn = 0; turn < turns; turn += 1) emit(work(status, given));
  }

  function send({ name, message }: Extract<Deed, { kind: 'message' }>): void {
    const read = readCommand(name, message);
    if (read.kind !== 'read') return;
    // As pages and API show it, which is what the last event left.
    const promised = status.cancellation;
    const { answer, facts } = decide(status, read.command, at);
    if (name === 'cancel' && (answer.kind === 'accepted') !== (promised === 'canCancel'))
      untruths.push(`cancel was ${answer.kind} although the state said ${promised}`);
    emit(facts);
  }
}

function begun({ offerType, pipeline, isAddressed }: Sequence): readonly PublicationFact[] {
  const started = { publicationId, publisherId: 'contoso', offerId: 'app', language: 'en' } as const;
  return [
    { kind: 'started', ...started, requestedBy: 'ann' },
    ...(isAddressed ? [{ kind: 'emailsProvided', emails: ['ann@contoso.com'], actor: 'ann' } as const] : []),
    { kind: 'opened', offerType, offerVersion: 1, language: 'en', pipeline },
  ];
}

function folded(events: readonly PublicationEvent[]): PublicationStatus {
  const status = events.reduce<PublicationStatus | undefined>((so, event) => evolve(so, event), undefined);
  if (status === undefined) throw new Error('There is at least the start.');
  return status;
}

/** What the workflow does next on its own. */
function work(status: PublicationStatus, { pipeline, unsureIn }: Sequence): readonly PublicationFact[] {
  if (status.endedAt !== null) return [];
  // What was rejected stays so: the preview is withdrawn before it ends.
  if (status.steps.some((is) => is.status === 'rejected')) return [{ kind: 'ended', outcome: 'rejected' }];
  if (status.cancellation === 'cancelRequested') return [{ kind: 'ended', outcome: 'canceled' }];
  const step = pipeline.steps.find(
    ({ id }) => status.steps.find((is) => is.id === id)?.status !== 'complete',
  );
  if (step === undefined) return [{ kind: 'ended', outcome: 'live' }];
  const { id, stages } = step;
  const asksReviewers = stages.includes('review') || stages.some((stage) => stage === unsureIn);
  const complete: PublicationFact = { kind: 'stepChanged', step: id, status: 'complete' };
  const standing = status.steps.find((is) => is.id === id)?.status;
  if (standing === 'notStarted') return [{ kind: 'stepChanged', step: id, status: 'inProgress' }];
  if (standing === 'waitingForPublisherReview') return status.goLive.approved ? [complete] : [];
  if (standing === 'waitingForApproval') return afterReview(status, id);
  if (stages.includes('signOff'))
    return [{ kind: 'stepChanged', step: id, status: 'waitingForPublisherReview' }];
  if (asksReviewers && status.review?.step !== id)
    return [{ kind: 'stepChanged', step: id, status: 'waitingForApproval' }];
  if (stages.includes('awaitAddress') && status.notificationEmails.length === 0) return [];
  if (!stages.includes('goLive')) return [complete];
  return [{ kind: 'wentLive', links: [{ text: 'Shop', uri: 'https://shop.example' }] }, complete];
}

function afterReview({ review }: PublicationStatus, step: string): readonly PublicationFact[] {
  if (review?.step !== step) return [];
  const status = review.decision === 'approve' ? 'inProgress' : 'rejected';
  return [{ kind: 'stepChanged', step, status }];
}

/** Nothing cancels what goes live, or what has ended but for its clean-up. */
function byOperator(status: PublicationStatus, { pipeline }: Sequence): readonly PublicationFact[] {
  const last = pipeline.steps.find(({ stages }) => stages.includes('goLive'));
  const isTooLate = status.steps.some(
    (step) => step.status === 'rejected' || (step.id === last?.id && step.status !== 'notStarted'),
  );
  if (status.endedAt !== null || status.cancellation === 'cancelRequested' || isTooLate) return [];
  return [{ kind: 'cancelRequested', actor: 'operator' }];
}
