import type { Finding } from '../../../domain/certification/finding';
import type { Language } from '../../../domain/text/language';
import type { Fixed, FixedJson, Given, OptionalTime, Time } from './columns';

export type SentMailTable = {
  ordinal: Given<bigint>;
  key: Fixed<string>;
  publicationId: Fixed<string>;
  messageId: Fixed<string>;
  /** Message-ID of the publication's first mail; null for that one. */
  threadId: Fixed<string | null>;
  preparedAt: Time;
  sentAt: OptionalTime;
};

export type SupportRequestTable = {
  caseId: Given<bigint>;
  publisherId: Fixed<string>;
  offerId: Fixed<string>;
  publicationId: Fixed<string | null>;
  step: Fixed<string | null>;
  contactEmail: Fixed<string>;
  text: Fixed<string>;
  findings: FixedJson<readonly Finding[]>;
  createdAt: Time;
};

export type SupportMailTable = {
  caseId: Fixed<bigint>;
  number: Fixed<number>;
  recipient: Fixed<string>;
  language: Fixed<Language>;
  sentAt: OptionalTime;
  refusal: string | null;
};
