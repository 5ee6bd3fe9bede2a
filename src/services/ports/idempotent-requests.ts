export type KeptAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Begun =
  /** Nobody has asked this before, or whoever did has died: answer it, and keep the answer under this lease. */
  | { readonly kind: 'first'; readonly lease: string }
  | { readonly kind: 'answered'; readonly answer: KeptAnswer }
  | { readonly kind: 'atWork' }
  /** The name was used for a request with another fingerprint. */
  | { readonly kind: 'other' };

/** Answers of changing requests, for when the same request comes again. They are kept for 24 hours, as ciphertext. */
export type IdempotentRequests = {
  begin: (name: string, fingerprint: string) => Promise<Begun>;
  keep: (name: string, lease: string, answer: KeptAnswer) => Promise<void>;
  /** The request may be tried again, as if it had never come. */
  forget: (name: string, lease: string) => Promise<void>;
  /** Drops what is past its time. */
  prune: () => Promise<void>;
};
