import type { ReportSubject } from './compose-report';

/** Where a publication's signed report is fetched, from the API's root. */
export const reportPath = ({
  publisherId,
  offerId,
  publicationId,
}: Pick<ReportSubject, 'publisherId' | 'offerId' | 'publicationId'>): string =>
  `/api/publishers/${publisherId}/offers/${offerId}/operations/${publicationId}/certification-report`;
