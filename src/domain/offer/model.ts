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
  /** What is said of the offer in single words, of types that have such fields. */
  readonly facts?: readonly ListedFact[];
  /** None: the offer is its words, and nothing can be deployed. */
  readonly plans: readonly PlanModel[];
  readonly lead: LeadSettings;
};

/** `field` is a key of `text/offer-fields.ts`; `value` as the document has it, perhaps a choice with a name. */
export type ListedFact = { readonly field: string; readonly value: string };

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

/** What a plan sells decides what it has beside its words. */
export type PlanModel = MachinePlanModel | ApplicationPlanModel | ServicePlanModel;

type PlanWords = {
  readonly planId: string;
  readonly title: string;
  readonly summary: string;
  /** Not sanitised. */
  readonly descriptionHtml: string;
  /** Not listed on the product page: reachable from solution templates only. */
  readonly hidden: boolean;
};

export type MachinePlanModel = PlanWords & {
  readonly kind: 'machine';
  readonly osFamily: OsFamily;
  readonly osName: string;
  readonly recommendedSizes: readonly string[];
  /** Oldest first; disks are named by the artefact ids of `artefacts.ts`. */
  readonly versions: readonly MachineVersion[];
};

export type MachineVersion = {
  readonly version: string;
  readonly osDisk: string;
  readonly dataDisks: readonly { readonly lun: number; readonly artefactId: string }[];
};

export type ApplicationPlanModel = PlanWords & {
  readonly kind: ApplicationKind;
  /** Oldest first. */
  readonly versions: readonly ApplicationVersion[];
};

/** Something that runs at its publisher's: customers call it. */
export type ServicePlanModel = PlanWords & {
  readonly kind: 'service';
  readonly endpoints: readonly ServiceEndpoint[];
  /** Empty when there is none. */
  readonly documentationUrl: string;
};

export type ServiceEndpoint = { readonly name: string; readonly url: string };

/** `solutionTemplate`: the customer deploys and owns it; `managedApplication`: the publisher looks after it. */
export type ApplicationKind = 'solutionTemplate' | 'managedApplication';

export type ApplicationVersion = {
  readonly version: string;
  /** The package, by its artefact id. */
  readonly packageId: string;
  /** Of managed applications only. */
  readonly management?: Management;
};

/** How the publisher looks after a managed application in the customer's subscription. */
export type Management = {
  readonly tenantId: string;
  readonly authorizations: readonly { readonly principalId: string; readonly role: string }[];
  readonly jitAccess: boolean;
  readonly deploymentMode: 'Complete' | 'Incremental';
};

/** Where customers' contact data go, with what that destination needs to know. Holds secrets. */
export type LeadSettings =
  | { readonly destination: 'None' }
  | {
      readonly destination: 'AzureTable';
      readonly configuration: { readonly storageAccountConnectionString: string };
    }
  | { readonly destination: 'HttpsEndpoint'; readonly configuration: { readonly httpsEndpointUrl: string } };
