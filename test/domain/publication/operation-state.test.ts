import type { PublicationFact } from '../../../src/domain/publication/events';
import { evolve } from '../../../src/domain/publication/evolve';
import { operationStateOf } from '../../../src/domain/publication/operation-state';
import { pipelineOf } from '../../../src/domain/publication/pipelines';
import type { PublicationStatus } from '../../../src/domain/publication/status';

const virtualMachines = pipelineOf('microsoft-azure-virtualmachines', 'publish')!;

const started: PublicationFact = {
  kind: 'started',
  publicationId: 'p1',
  publisherId: 'contoso',
  offerId: 'linux-vm',
  language: 'en',
  requestedBy: null,
};
const live: PublicationFact = {
  kind: 'wentLive',
  links: [{ text: 'Azure Marketplace', uri: 'http://localhost' }],
};
const ended = (outcome: 'live' | 'failed' | 'canceled' | 'rejected'): PublicationFact => ({
  kind: 'ended',
  outcome,
});

const atSignOff: readonly PublicationFact[] = [
  {
    kind: 'opened',
    offerType: 'microsoft-azure-virtualmachines',
    offerVersion: 1,
    pipeline: virtualMachines,
    language: 'en',
  },
  { kind: 'stepChanged', step: 'publisher-signoff', status: 'waitingForPublisherReview' },
];

function statusAfter(facts: readonly PublicationFact[]): PublicationStatus {
  const begin = evolve(undefined, { ...started, at: '2030-01-01T00:00:00.000Z' });
  return facts.reduce((status, fact) => evolve(status, { ...fact, at: '2030-01-02T00:00:00.000Z' }), begin);
}

it.each([
  ['nothing more', [], 'running', 'running', 'running'],
  ['a cancel request', [{ kind: 'cancelRequested', actor: 'a' }], 'running', 'running', 'running'],
  ['reaching sign-off', atSignOff, 'succeeded', 'running', 'running'],
  ['a cancel at sign-off', [...atSignOff, ended('canceled')], 'succeeded', 'canceled', 'succeeded'],
  ['the flip', [live], 'running', 'succeeded', 'running'],
  ['the end as live', [live, ended('live')], 'succeeded', 'succeeded', 'failed'],
  ['the end as failed', [ended('failed')], 'failed', 'failed', 'failed'],
  ['the end as rejected', [ended('rejected')], 'failed', 'failed', 'failed'],
  ['the end as canceled', [ended('canceled')], 'canceled', 'canceled', 'succeeded'],
  [
    'our own fault',
    [{ kind: 'gaveUp', message: { code: 'failure.own', params: {} } }],
    'failed',
    'failed',
    'failed',
  ],
] as const)('after %s follows from the publication', (_case, facts, publish, goLive, cancel) => {
  const status = statusAfter(facts);

  const states = (['publish', 'goLive', 'cancel'] as const).map((kind) => operationStateOf(kind, status));

  expect(states).toEqual([publish, goLive, cancel]);
});
