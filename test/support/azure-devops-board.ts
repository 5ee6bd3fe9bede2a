import type { AzureDevOpsSettings } from '../../src/services/review-board/azure-devops-settings';
import type { ReviewRequest } from '../../src/services/ports';
import { type AzureDevOps, project, token } from '../fakes/azure-devops';

export const boardSettings = ({
  organizationUrl,
}: Pick<AzureDevOps, 'organizationUrl'>): AzureDevOpsSettings => ({
  organizationUrl,
  project,
  personalAccessToken: token,
  workItemType: 'Offer review',
  states: { approve: 'Approved', requestChanges: 'Changes requested', withdrawn: 'Withdrawn' },
});

export const hookSecret = 'a-secret-of-hooks-for-tests';

/** What a process of the product needs to know to have its reviewers there. */
export const boardEnvironment = (
  board: Pick<AzureDevOps, 'organizationUrl'>,
): Readonly<Record<string, string>> => ({
  REVIEW_BOARD: 'azure-devops',
  AZURE_DEVOPS: JSON.stringify({ ...boardSettings(board), hookSecret }),
});

export const reviewRequest: ReviewRequest = {
  publisherId: 'contoso',
  offerId: 'web-shop',
  publicationId: '11111111-1111-4111-8111-111111111111',
  step: 'microsoft-review',
  offerVersion: 3,
  title: 'Contoso Web Shop',
  packageDigest: 'ab'.repeat(32),
  reportIds: ['33333333-3333-4333-8333-333333333333'],
  changes: ['basic/mainTemplate.json: changed', 'Plan basic › Title: Basic → Small'],
  certificationNotes: 'The port is for <health> probes.\nAsk us.',
  signedOffBy: ['ann@contoso'],
  certificationReport:
    'http://offers.example/api/publishers/contoso/offers/web-shop/operations/p-1/certification-report',
  page: 'http://offers.example/publishers/contoso/offers/web-shop/review',
};
