import type { Pipeline } from '../pipeline';
import { usualPatience, usualReview } from './patience';

/** Words alone: reviewers edit and review them before anybody sees a preview; there are no bytes to certify. */
export const consultingPipelines: { readonly publish: Pipeline } = {
  publish: {
    steps: [
      {
        id: 'displaydummycertify',
        estimateHours: 24,
        estimate: '< 1 day',
        stages: ['validate', 'awaitAddress'],
      },
      { id: 'microsoft-review', estimateHours: 480, estimate: '', stages: ['review'] },
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
    storefronts: ['azureMarketplace', 'appSource'],
    votes: 1,
    patience: usualPatience,
    review: { ...usualReview, editDrafts: true },
  },
};
