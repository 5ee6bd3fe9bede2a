import fc from 'fast-check';
import { readCommand } from '../../../src/domain/publication/commands';
import { decide } from '../../../src/domain/publication/decide';
import type { PublicationEvent, PublicationFact } from '../../../src/domain/publication/events';
import { evolve } from '../../../src/domain/publication/evolve';
import type { Pipeline } from '../../../src/domain/publication/pipeline';
import type { PublicationStatus } from '../../../src/domain/publication/status';
import { breaches } from '../../support/breaches';
import { type Deed, sequence } from '../../support/interleavings/sequence';
import { at, publicationId } from './story';

it('keeps every rule whatever is done to a publication, in whatever order', () => {
  const outcomes = new Set<string | null>();
  fc.assert(
    fc.property(sequence, ({ pipeline, deeds }) => {
      const told = play(pipeline, deeds);

      outcomes.add(told.outcome);
      expect(breaches(told.events, pipeline)).toEqual([]);
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
function play(pipeline: Pipeline, deeds: readonly Deed[]): Told {
  const events: PublicationEvent[] = begun(pipeline).map((fact) => ({ ...fact, at }));
  const untruths: string[] = [];
  let status = folded(events);
  for (const deed of deeds) {
    switch (deed.kind) {
      case 'message':
        send(deed);
        if (deed.twice) send(deed);
        break;
      case 'work':
        emit(work(status, pipeline));
        break;
      case 'restart':
        status = folded(events);
        break;
    }
  }
  // What was decided last is still carried out.
  for (let turn = 0; turn < 4; turn += 1) emit(work(status, pipeline));
  return { events, untruths, outcome: status.outcome };

  function emit(facts: readonly PublicationFact[]): void {
    for (const fact of facts) {
      events.push({ ...fact, at });
      status = evolve(status, { ...fact, at });
    }
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

function begun(pipeline: Pipeline): readonly PublicationFact[] {
  const started = { publicationId, publisherId: 'contoso', offerId: 'app', language: 'en' } as const;
  return [
    { kind: 'started', ...started, requestedBy: 'ann' },
    { kind: 'opened', offerType: 'microsoft-azure-applications', offerVersion: 1, language: 'en', pipeline },
  ];
}

function folded(events: readonly PublicationEvent[]): PublicationStatus {
  const status = events.reduce<PublicationStatus | undefined>((so, event) => evolve(so, event), undefined);
  if (status === undefined) throw new Error('There is at least the start.');
  return status;
}

/** What the workflow does next on its own. */
function work(status: PublicationStatus, pipeline: Pipeline): readonly PublicationFact[] {
  if (status.endedAt !== null) return [];
  // What was rejected stays so: the preview is withdrawn before it ends.
  if (status.steps.some((is) => is.status === 'rejected')) return [{ kind: 'ended', outcome: 'rejected' }];
  if (status.cancellation === 'cancelRequested') return [{ kind: 'ended', outcome: 'canceled' }];
  const step = pipeline.steps.find(
    ({ id }) => status.steps.find((is) => is.id === id)?.status !== 'complete',
  );
  if (step === undefined) return [{ kind: 'ended', outcome: 'live' }];
  const { id, stages } = step;
  const complete: PublicationFact = { kind: 'stepChanged', step: id, status: 'complete' };
  const standing = status.steps.find((is) => is.id === id)?.status;
  if (standing === 'notStarted') return [{ kind: 'stepChanged', step: id, status: 'inProgress' }];
  if (standing === 'waitingForPublisherReview') return status.goLive.approved ? [complete] : [];
  if (standing === 'waitingForApproval') return afterReview(status, id, complete);
  if (stages.includes('signOff'))
    return [{ kind: 'stepChanged', step: id, status: 'waitingForPublisherReview' }];
  if (stages.includes('review')) return [{ kind: 'stepChanged', step: id, status: 'waitingForApproval' }];
  if (!stages.includes('goLive')) return [complete];
  return [{ kind: 'wentLive', links: [{ text: 'Shop', uri: 'https://shop.example' }] }, complete];
}

function afterReview(
  { review }: PublicationStatus,
  id: string,
  complete: PublicationFact,
): readonly PublicationFact[] {
  if (review?.step !== id) return [];
  if (review.decision === 'approve') return [complete];
  return [{ kind: 'stepChanged', step: id, status: 'rejected' }];
}
