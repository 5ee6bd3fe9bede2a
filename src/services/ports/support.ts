import type { Finding } from '../../domain/certification/finding';
import type { OfferKey } from '../../domain/offer/ids';
import type { Language } from '../../domain/text/language';

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

/** Who is mailed about a request, and in which language. The first one is support. */
export type SupportReader = { readonly to: string; readonly language: Language };

/** A mail that has to go out; `number` tells the readers of one request apart, from 1. */
export type SupportMail = SupportReader & { readonly number: number; readonly request: SupportRequest };

export type StoredSupport =
  | { readonly kind: 'stored'; readonly request: SupportRequest }
  /** This actor has asked about this offer as often as an hour allows; nothing was kept. */
  | { readonly kind: 'tooMany'; readonly waitSeconds: number };

export type SupportRequests = {
  /**
   * Keeps the request and a mail to each reader, in one transaction: who has a case number gets a mail. At most five
   * in an hour by one actor about one offer, through however many processes they come.
   */
  create: (
    request: Omit<SupportRequest, 'caseNumber' | 'createdAt'>,
    sender: { readonly actor: string; readonly readers: readonly SupportReader[] },
  ) => Promise<StoredSupport>;
  /** Newest first, at most 200. */
  listOf: (offer: OfferKey) => Promise<readonly SupportRequest[]>;
  find: (caseNumber: string) => Promise<SupportRequest | undefined>;
  /** The oldest mails that have not gone out, at most 100. */
  unsentMails: () => Promise<readonly SupportMail[]>;
  /** It went out; or, with a refusal, it never will. */
  settleMail: (mail: Pick<SupportMail, 'number' | 'request'>, refusal?: string) => Promise<void>;
};
