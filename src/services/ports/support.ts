import type { Finding } from '../../domain/certification/finding';

export type SupportRequest = {
  readonly caseNumber: string;
  readonly publisherId: string;
  readonly offerId: string;
  readonly publicationId: string | null;
  readonly step: string | null;
  readonly contactEmail: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly createdAt: string;
};

export type SupportRequests = {
  create: (request: Omit<SupportRequest, 'caseNumber' | 'createdAt'>) => Promise<SupportRequest>;
  find: (caseNumber: string) => Promise<SupportRequest | undefined>;
};
