import type { OsFamily } from '../offer/artefacts';
import type { ApplicationKind, ImageRole, ListedFact, Management, ServiceEndpoint } from '../offer/model';

/**
 * The product page of an offer: content only, by digests; URLs are made when it is read. It holds neither times
 * nor the offer's version, so that publishing the same content again makes the same page.
 */
export type ProductPage = {
  readonly publisherId: string;
  readonly offerId: string;
  readonly title: string;
  readonly summary: string;
  readonly longSummary: string;
  /** Sanitised HTML. */
  readonly descriptionHtml: string;
  readonly privacyUrl: string;
  /** Sanitised HTML; empty under the standard contract. */
  readonly termsHtml: string;
  readonly standardContract: boolean;
  readonly usefulLinks: readonly { readonly text: string; readonly uri: string }[];
  readonly support: {
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly url: string;
  };
  readonly categories: readonly string[];
  /** Re-encoded PNGs in staging. */
  readonly images: readonly PageImage[];
  /** Absent: there are none. */
  readonly facts?: readonly ListedFact[];
  /**
   * Hidden plans are not on the page; their disks stand in the manifest only. Private ones are: the preview shows them, and
   * `public-part.ts` keeps them from everybody else.
   */
  readonly plans: readonly ProductPlan[];
};

export type PageImage = {
  readonly role: ImageRole;
  readonly digest: string;
  readonly width: number;
  readonly height: number;
};

export type ProductPlan = MachinePlan | ApplicationPlan | ServicePlan;

type PlanWords = {
  readonly planId: string;
  readonly title: string;
  readonly summary: string;
  /** Sanitised HTML. */
  readonly descriptionHtml: string;
};

export type MachinePlan = PlanWords & {
  /** Machines were first, and pages of then are still shown. */
  readonly kind?: never;
  readonly osFamily: OsFamily;
  readonly osName: string;
  readonly recommendedSizes: readonly string[];
  /** Oldest first; disks by digest. */
  readonly versions: readonly ProductVersion[];
};

export type ProductVersion = {
  readonly version: string;
  readonly osDisk: string;
  readonly dataDisks: readonly { readonly lun: number; readonly digest: string }[];
};

export type ApplicationPlan = PlanWords & {
  readonly kind: ApplicationKind;
  /** Oldest first; `digest` is the package's. */
  readonly versions: readonly {
    readonly version: string;
    readonly digest: string;
    readonly management?: Management;
  }[];
};

export type ServicePlan = PlanWords & {
  readonly kind: 'service';
  readonly endpoints: readonly ServiceEndpoint[];
  /** Empty when there is none. */
  readonly documentationUrl: string;
};

/** What is signed: every artefact with its size, the regions, the reports that certified them, the page's digest. */
export type Manifest = {
  readonly schema: 'offer-manifest/1';
  readonly publisherId: string;
  readonly offerId: string;
  readonly regions: readonly string[];
  readonly artefacts: readonly CertifiedArtefact[];
  readonly images: readonly { readonly digest: string; readonly bytes: number }[];
  /** SHA-256 of the canonical JSON of the {@link ProductPage}. */
  readonly pageDigest: string;
};

/** Bytes and the report that found them good. */
export type CertifiedArtefact = {
  readonly digest: string;
  readonly bytes: number;
  readonly reportId: string;
  /** What is in a package, by path. */
  readonly files?: readonly PackagedFile[];
};

/** One file of a package; `path` is relative to its root, with `/`. */
export type PackagedFile = { readonly path: string; readonly bytes: number; readonly digest: string };

/** `value` is base64 of an Ed25519 signature over the canonical JSON of the manifest. */
export type Signature = { readonly keyId: string; readonly value: string };

/** Every artefact that a plan's versions name; a service has none. */
export function digestsOf(plan: ProductPlan): readonly string[] {
  if (plan.kind === 'service') return [];
  return plan.kind === undefined
    ? plan.versions.flatMap(({ osDisk, dataDisks }) => [osDisk, ...dataDisks.map(({ digest }) => digest)])
    : plan.versions.map(({ digest }) => digest);
}
