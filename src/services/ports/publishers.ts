import type { Language } from '../../domain/text/language';

export type PublisherRecord = {
  readonly publisherId: string;
  /** As people know it; the id until somebody gives another. */
  readonly displayText: string;
  /** Of mails and messages, unless a publish call names another. */
  readonly language: Language;
  /** How many people must agree before an offer goes live. */
  readonly goLiveVotes: 1 | 2;
  /** A number of its own, as the Cloud Partner Portal's API tells it. */
  readonly sellerId: number;
  readonly createdAt: string;
};

export type PublisherChange = Partial<Pick<PublisherRecord, 'displayText' | 'language' | 'goLiveVotes'>>;

/** Publishers are made by an operator, or by the first draft they save. Every change is in the event table. */
export type Publishers = {
  find: (publisherId: string) => Promise<PublisherRecord | undefined>;
  /** By id; without one, all of them. */
  list: (publisherId?: string) => Promise<readonly PublisherRecord[]>;
  /** Undefined when there is one with this id. */
  create: (
    publisher: PublisherChange & Pick<PublisherRecord, 'publisherId'>,
    actor: string,
  ) => Promise<PublisherRecord | undefined>;
  /** Undefined for an unknown publisher. */
  change: (
    publisherId: string,
    change: PublisherChange,
    actor: string,
  ) => Promise<PublisherRecord | undefined>;
  /** Undefined for an unknown publisher. */
  languageOf: (publisherId: string) => Promise<Language | undefined>;
};
