import type { WhyPending } from '../../../client';
import type { CertifiedPart } from '../../../domain/certification/report/certified-part';
import type { OfferKey } from '../../../domain/offer/ids';
import type { Scenario } from '../../../domain/product-page/scenarios';
import type { Link, PublicationStatus } from '../../../domain/publication/status';
import type { Message } from '../../../domain/text/language';
import type { ItemProgress } from '../../../services/ports';
import type { Certificate } from '../../certification/certificate';

/** All a status page shows; made by the route, so that the components below only turn it into words. */
export type StatusView = {
  readonly offer: OfferKey;
  readonly title: string;
  /** Undefined when the offer has never been published. */
  readonly publication: PublicationView | undefined;
  /** Asked for and accepted, but not yet in the log. */
  readonly isStarting: boolean;
  /** Newest first, the current one included. */
  readonly publications: readonly Attempt[];
  readonly liveLinks: readonly Link[];
  /** Of the 2015 portal: what to try in production, once it is listed. */
  readonly scenarios: readonly Scenario[];
  readonly notice: Notice | undefined;
};

export type PublicationView = {
  readonly offer: OfferKey;
  /** With all findings, and with claims marked (`full-status.ts`). */
  readonly status: PublicationStatus;
  readonly progress: readonly ItemProgress[];
  readonly certification: Certificate | null;
  /** What is kept of its inputs as they were certified. */
  readonly certifiedParts: readonly CertifiedPart[];
  /** Made for this reader at this moment: one per allow-listed subscription. */
  readonly previewLinks: readonly { readonly subscription: string; readonly uri: string }[];
  readonly now: Date;
  readonly allowed: Allowed;
  /** The run in the Temporal UI, for readers who operate the system. */
  readonly runPage: string | undefined;
};

/** What the publication would accept from this reader at this moment. */
export type Allowed = {
  readonly goLive: boolean;
  readonly cancel: boolean;
  /** False: the reader's role reads only, whatever the publication would say. */
  readonly byRole: boolean;
};

export type Attempt = {
  readonly status: PublicationStatus;
  /** False when a start from elsewhere only claims who asked for it. */
  readonly isStarterKnown: boolean;
};

/** What became of the form the reader has just sent. */
export type Notice =
  | { readonly kind: 'accepted'; readonly message: Message }
  /** 422: what was sent is wrong in every state; 409: in this one. */
  | { readonly kind: 'refused'; readonly message: Message; readonly status: 409 | 422 }
  /** Its request id is known: whatever else it says now, nothing was sent on. */
  | { readonly kind: 'sentBefore' }
  | { readonly kind: 'pending'; readonly why: WhyPending };
