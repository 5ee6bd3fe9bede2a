import type { Pipeline } from '../pipeline';
import { usualPatience, usualReview } from './patience';

export const virtualMachinePipelines: { readonly publish: Pipeline } = {
  publish: {
    steps: [
      {
        id: 'displaydummycertify',
        estimateHours: 24,
        estimate: '< 1 day',
        stages: ['validate', 'awaitAddress'],
      },
      { id: 'displaycertify', estimateHours: 120, estimate: '< 5 days', stages: ['certify'] },
      { id: 'displayprovision', estimateHours: 24, estimate: '< 1 day', stages: ['replicate'] },
      {
        id: 'displaypackage',
        estimateHours: 1,
        estimate: '< 1 hour',
        stages: ['packageProduct', 'registerLead'],
      },
      { id: 'preview', estimateHours: 1, estimate: '< 1 hour', stages: ['openPreview'], chartOnly: true },
      { id: 'publisher-signoff', estimateHours: 0, estimate: '', stages: ['signOff'] },
      { id: 'live', estimateHours: 4, estimate: 'a few hours', stages: ['goLive'] },
    ],
    cancelPolicy: 'atSignOff',
    storefronts: ['azureMarketplace', 'azurePortal'],
    votes: 1,
    patience: usualPatience,
    review: usualReview,
  },
};
