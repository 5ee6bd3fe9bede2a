import type { Finding } from '../../certification/finding';
import type { OfferDocument } from '../document';

/** What a rule may look at. Rules see documents nobody has vouched for: they skip what has the wrong shape. */
export type RuleContext = {
  /** With its secrets in place. */
  readonly document: OfferDocument;
  readonly now: Date;
  /** `scheme://host:port` that may be reached although they are not public or not https. */
  readonly trustedOrigins: readonly string[];
  /** The version that is live, secrets not needed; absent as long as nothing was ever live. */
  readonly previous?: OfferDocument;
  /** Those that were live before it, newest first. */
  readonly earlier?: readonly OfferDocument[];
};

export type OfferRule = (context: RuleContext) => readonly Finding[];
