/** One thing compared. Digests and words only: no URL, no secret. */
export type LiveCheckItem = {
  readonly name: 'production' | 'manifest' | 'signature' | 'page' | 'image' | 'package' | 'replica';
  /** What was looked at: a digest, or a role of a picture. */
  readonly subject: string;
  readonly region?: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly actual: string;
};

/** What a check of everything live found; `ok` when every item is. */
export type LiveCheck = {
  readonly publisherId: string;
  readonly offerId: string;
  /** Null when nothing is in production. */
  readonly offerVersion: number | null;
  readonly packageDigest: string | null;
  readonly ok: boolean;
  readonly items: readonly LiveCheckItem[];
};
