import type { Answer } from '../../../src/domain/publication/answers';
import { type CommandName, readCommand } from '../../../src/domain/publication/commands';
import { decide } from '../../../src/domain/publication/decide';
import type { PublicationFact } from '../../../src/domain/publication/events';
import { evolve } from '../../../src/domain/publication/evolve';
import type { Pipeline } from '../../../src/domain/publication/pipeline';
import { pipelineOf } from '../../../src/domain/publication/pipelines';
import type { PublicationStatus } from '../../../src/domain/publication/status';

export const publicationId = '2b1f4f6e-6f0a-4f0e-9a43-0d9f0e8f1c11';
export const at = '2026-11-21T12:00:00.000Z';

/** The status of a publication to which these things happened, one a second. */
export function after(...facts: readonly PublicationFact[]): PublicationStatus {
  const started: PublicationFact = {
    kind: 'started',
    publicationId,
    publisherId: 'contoso',
    offerId: 'linux-vm',
    language: 'en',
    requestedBy: 'ann',
  };
  const status = [started, ...facts].reduce<PublicationStatus | undefined>(
    (folded, fact) => evolve(folded, { ...fact, at }),
    undefined,
  );
  if (status === undefined) throw new Error('There is at least the start.');
  return status;
}

export function opened(change: Partial<Pipeline> = {}): PublicationFact {
  const pipeline = pipelineOf('microsoft-azure-virtualmachines', 'publish');
  if (pipeline === undefined) throw new Error('Virtual machines have a pipeline.');
  return {
    kind: 'opened',
    offerType: 'microsoft-azure-virtualmachines',
    offerVersion: 3,
    language: 'en',
    pipeline: { ...pipeline, ...change },
  };
}

/** The same story of an offer type whose publications are reviewed. */
export const ofApplication = (facts: readonly PublicationFact[]): readonly PublicationFact[] => {
  const pipeline = pipelineOf('microsoft-azure-applications', 'publish');
  if (pipeline === undefined) throw new Error('Applications have a pipeline.');
  return facts.map((fact) =>
    fact.kind === 'opened' ? { ...fact, offerType: 'microsoft-azure-applications', pipeline } : fact,
  );
};

export const atSignOff = (change: Partial<Pipeline> = {}): readonly PublicationFact[] => [
  opened(change),
  { kind: 'stepChanged', step: 'displaydummycertify', status: 'complete' },
  { kind: 'stepChanged', step: 'publisher-signoff', status: 'waitingForPublisherReview' },
];

/** What a message does: its answer, and the status afterwards. */
export function tell(
  status: PublicationStatus,
  name: CommandName,
  message: Readonly<Record<string, unknown>> = {},
): { readonly answer: Answer; readonly status: PublicationStatus } {
  const read = readCommand(name, { requestId: 'r1', actor: 'ann', ...message });
  if (read.kind !== 'read') throw new Error(`This message is not well-formed: ${read.kind}`);
  const { answer, facts } = decide(status, read.command, at);
  return { answer, status: facts.reduce((folded, fact) => evolve(folded, { ...fact, at }), status) };
}
