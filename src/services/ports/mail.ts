export type SentMails = {
  /**
   * The mail's fixed Message-ID; the first call fixes it. `sentAt` is set when an earlier attempt got through.
   * `threadId` is the Message-ID of the publication's first mail; null for that mail itself.
   */
  prepare: (
    key: string,
    publicationId: string,
  ) => Promise<{
    readonly messageId: string;
    readonly sentAt: string | null;
    readonly threadId: string | null;
  }>;
  markSent: (key: string) => Promise<void>;
};

export type OutgoingMail = {
  readonly messageId: string;
  /** Message-ID of the publication's first mail, which starts the thread. */
  readonly references?: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** `refused`: this recipient or this mail is refused for good; the reason is the server's. */
export type MailAnswer =
  { readonly kind: 'accepted' } | { readonly kind: 'refused'; readonly reason: string };

/** Throws when trying again may help. */
export type MailTransport = {
  send: (mail: OutgoingMail) => Promise<MailAnswer>;
  ping: () => Promise<void>;
};
