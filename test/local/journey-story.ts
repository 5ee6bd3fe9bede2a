import type { PublicationFact } from '../../src/domain/publication/events';
import { evolve } from '../../src/domain/publication/evolve';
import { pipelineOf } from '../../src/domain/publication/pipelines';
import type { PublicationStatus } from '../../src/domain/publication/status';
import type { PublicationAnswer } from '../../src/http/publication/publication-answer';
import type { OfferApi } from '../../src/local/journey/offer-api';

export const publicationId = '7c1a1f5e-0000-4000-8000-000000000001';

const pipeline = pipelineOf('microsoft-azure-virtualmachines', 'publish')!;

const beginning: readonly PublicationFact[] = [
  {
    kind: 'started',
    publicationId,
    publisherId: 'contoso',
    offerId: 'linux-vm',
    language: 'en',
    requestedBy: 'api',
  },
  { kind: 'opened', offerType: 'microsoft-azure-virtualmachines', offerVersion: 1, pipeline, language: 'en' },
];

export const stepIds: readonly string[] = pipeline.steps.map(({ id }) => id);

/** What the API would answer after each of these facts, the first two included. */
export function story(...facts: readonly PublicationFact[]): readonly PublicationAnswer[] {
  const answers: PublicationAnswer[] = [];
  let status: PublicationStatus | undefined;
  for (const fact of [...beginning, ...facts]) {
    status = evolve(status, { ...fact, at: '2030-01-31T09:00:00.000Z' });
    answers.push({
      status,
      progress: [],
      certification: null,
      links: { status: 'http://portal.example/status', preview: [], live: status.liveLinks },
    });
  }
  return answers;
}

export const passes = (step: string): readonly PublicationFact[] => [
  { kind: 'stepChanged', step, status: 'inProgress' },
  { kind: 'stepChanged', step, status: 'complete' },
];

export type ToldStory = {
  readonly api: OfferApi;
  readonly publicationId: string;
  /** Time passes: the next answer. */
  readonly pause: () => Promise<void>;
  readonly calls: readonly string[];
};

/** An API that tells a story, one answer after each pause; an error in it is thrown once. */
export function tell(answers: readonly (PublicationAnswer | Error)[]): ToldStory {
  const calls: string[] = [];
  let at = 0;
  return {
    publicationId,
    calls,
    pause: async () => {
      if (at === answers.length - 1) throw new Error('The story is over, and still somebody waits.');
      at += 1;
    },
    api: {
      publication: async () => {
        const answer = answers[at];
        if (answer instanceof Error) throw answer;
        return answer;
      },
      live: async () => undefined,
      saveDraft: async () => void calls.push('saveDraft'),
      publish: async () => {
        calls.push('publish');
        return publicationId;
      },
      goLive: async () => void calls.push('goLive'),
    },
  };
}
