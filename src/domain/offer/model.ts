import type { OsFamily } from './artefacts';
import type { OfferTypeId } from './document';

/** What the rest of the product knows of an offer: the document without its dotted keys (`read-offer.ts`). */
export type OfferModel = {
  readonly publisherId: string;
  readonly offerId: string;
  readonly offerType: OfferTypeId;
  readonly title: string;
  /** At most 100 characters, shown in search results. */
  readonly summary: string;
  readonly longSummary: string;
  /** As the publisher wrote it: simple HTML, not yet sanitised. */
  readonly descriptionHtml: string;
  readonly privacyUrl: string;
  readonly terms: OfferTerms;
  readonly usefulLinks: readonly { readonly text: string; readonly uri: string }[];
  readonly engineering: Contact;
  readonly support: Contact & { readonly url: string };
  readonly categories: readonly string[];
  /** Subscriptions that may see and deploy the preview, lower-case GUIDs. */
  readonly previewSubscriptions: readonly string[];
  readonly images: readonly OfferImage[];
  readonly plans: readonly PlanModel[];
  readonly lead: LeadSettings;
};

/** `html` is the publisher's own text, not sanitised. */
export type OfferTerms =
  { readonly kind: 'own'; readonly html: string } | { readonly kind: 'standardContract' };

export type Contact = { readonly name: string; readonly email: string; readonly phone: string };

export type OfferImage = {
  readonly role: ImageRole;
  readonly url: string;
  /** Where the URL stands in the document, for findings about the picture. */
  readonly pointer: string;
};

export type LogoRole = 'smallLogo' | 'mediumLogo' | 'largeLogo' | 'wideLogo' | 'heroLogo';
/** Screenshots are numbered from 1. */
export type ImageRole = LogoRole | `screenshot-${number}`;

export type PlanModel = {
  readonly planId: string;
  readonly title: string;
  readonly summary: string;
  /** Not sanitised. */
  readonly descriptionHtml: string;
  readonly osFamily: OsFamily;
  readonly osName: string;
  readonly recommendedSizes: readonly string[];
  /** Not listed on the product page: reachable from solution templates only. */
  readonly hidden: boolean;
  /** Oldest first; disks are named by the artefact ids of `artefacts.ts`. */
  readonly versions: readonly PlanVersion[];
};

export type PlanVersion = {
  readonly version: string;
  readonly osDisk: string;
  readonly dataDisks: readonly { readonly lun: number; readonly artefactId: string }[];
};

/** Where customers' contact data go, with what that destination needs to know. Holds secrets. */
export type LeadSettings =
  | { readonly destination: 'None' }
  | {
      readonly destination: 'AzureTable';
      readonly configuration: { readonly storageAccountConnectionString: string };
    }
  | { readonly destination: 'HttpsEndpoint'; readonly configuration: { readonly httpsEndpointUrl: string } };
