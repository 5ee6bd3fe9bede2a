import type { StagedKind } from '../../offer/kind';
import type { Pipeline, PipelineStep } from '../pipeline';
import { usualPatience, usualReview } from './patience';

const beforeReplication: readonly PipelineStep[] = [
  { id: 'walkthrough', estimateHours: 24, estimate: '< 1 day', stages: ['validate', 'awaitAddress'] },
  {
    id: 'push-to-staging',
    estimateHours: 120,
    estimate: '< 5 days',
    stages: ['certify', 'packageProduct', 'registerLead', 'openPreview'],
  },
  { id: 'request-approval', estimateHours: 0, estimate: '', stages: ['signOff'] },
  { id: 'final-review', estimateHours: 480, estimate: '7-14 business days', stages: ['review'] },
];

const replication: PipelineStep = {
  id: 'displayprovision',
  estimateHours: 48,
  estimate: '24-48 hours',
  stages: ['replicate'],
};

const listing: PipelineStep = { id: 'live', estimateHours: 4, estimate: 'a few hours', stages: ['goLive'] };

const staged = (steps: readonly PipelineStep[]): Pipeline => ({
  steps,
  cancelPolicy: 'atSignOff',
  storefronts: ['azureMarketplace'],
  votes: 1,
  patience: usualPatience,
  review: usualReview,
});

const withoutImages = staged([...beforeReplication, listing]);

/** The publishing portal of 2015: only virtual machines are replicated, and only after they are approved. */
export const stagedPipelines: Readonly<Record<StagedKind, Pipeline>> = {
  'virtual-machine': staged([...beforeReplication, replication, listing]),
  'developer-service': withoutImages,
  'data-service': withoutImages,
  'solution-template': withoutImages,
};
