import type { CertifiedArtefact, Manifest } from '../domain/product-page/product-page';
import type { Finding } from '../domain/certification/finding';
import { stepVerdict } from '../domain/certification/step-verdict';
import type { OfferModel } from '../domain/offer/model';
import { canonicalJson } from '../domain/product-page/canonical-json';
import { listingHtml } from '../domain/product-page/listing-html';
import { manifestOf } from '../domain/product-page/manifest-of';
import { htmlTooLong } from '../domain/product-page/package-findings';
import { productPageOf } from '../domain/product-page/product-page-of';
import type { HtmlSanitizer, Offers, PackageRecord, Packages, Signer } from '../services/ports';
import { certifiedArtefacts, type CertificationRecords } from './certified-artefacts';
import type { ControlActivities, PackageResult, PublicationRef } from './contract';
import { frozenOffer } from './frozen-offer';
import { genuinePackage, type PackageRoles } from './genuine-package';
import { pageImages, type ImageRoles } from './page-images';
import { sha256Of } from './sha256-of';

export type PackagingRoles = PackageRoles &
  ImageRoles &
  CertificationRecords & {
    readonly artefacts: CertificationRecords['artefacts'] & ImageRoles['artefacts'];
    readonly offers: Pick<Offers, 'findVersion' | 'revealSecrets'>;
    readonly packages: Pick<Packages, 'find' | 'save'>;
    readonly htmlSanitizer: HtmlSanitizer;
    readonly signer: Pick<Signer, 'sign' | 'verify'>;
  };

/** Combines listing and technical content into the signed product page, named by its content. */
export const packageProductActivities = (
  roles: PackagingRoles,
): Pick<ControlActivities, 'packageProduct'> => ({
  async packageProduct(publication) {
    const { version, offer } = await frozenOffer(roles.offers, publication);
    const certified = await certifiedArtefacts(roles, version, publication);
    const { images, findings: pictureFindings } = await pageImages(roles, offer.images);
    const { cleanHtml, findings: htmlFindings } = cleanListing(roles.htmlSanitizer, offer);
    const findings = [...pictureFindings, ...htmlFindings];
    const verdict = stepVerdict(findings);
    if (verdict.verdict === 'failed') return verdict;

    const page = productPageOf(offer, {
      images: images.map(({ bytes: _, ...image }) => image),
      digestOf: (artefactId) => digestOf(certified, artefactId),
      sanitise: (html) => cleanHtml.get(html) ?? '',
    });
    const manifest = manifestOf(page, sha256Of(roles.digests, canonicalJson(page)), {
      // A package is handed out from staging: only disks stand in regions.
      regions: offer.plans.some(({ kind }) => kind === 'machine') ? version.regions : [],
      artefacts: [...certified.values()],
      images: images.map(({ digest, bytes }) => ({ digest, bytes })),
    });
    return { ...verdict, ...(await sealed(roles, publication, { page, manifest })) };
  },
});

type Content = Pick<PackageRecord, 'page' | 'manifest'>;

/** Signs and keeps the package, or finds the one with the same content. */
async function sealed(
  roles: PackagingRoles,
  publication: PublicationRef,
  { page, manifest }: Content,
): Promise<Pick<PackageResult, 'packageDigest' | 'foundFrom'>> {
  const packageDigest = sha256Of(roles.digests, canonicalJson(manifest));
  const found = await genuinePackage(roles, packageDigest);
  if (found !== undefined) return { packageDigest, ...(await foundFrom(roles, publication, found)) };
  await roles.packages.save({ packageDigest, page, manifest, signature: signed(roles.signer, manifest) });
  return { packageDigest };
}

function signed(signer: Pick<Signer, 'sign'>, manifest: Manifest): PackageRecord['signature'] {
  return signer.sign(Buffer.from(canonicalJson(manifest)));
}

/** What an earlier attempt of this same publication made was made by it, not found. */
async function foundFrom(
  { publications }: PackagingRoles,
  { publicationId }: PublicationRef,
  { createdAt }: PackageRecord,
): Promise<Pick<PackageResult, 'foundFrom'>> {
  const publication = await publications.find(publicationId);
  const isOurs =
    publication !== undefined && Date.parse(createdAt) >= Date.parse(publication.status.startedAt);
  return isOurs ? {} : { foundFrom: createdAt };
}

function cleanListing(
  sanitizer: HtmlSanitizer,
  offer: OfferModel,
): { readonly cleanHtml: ReadonlyMap<string, string>; readonly findings: readonly Finding[] } {
  const cleanHtml = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { html, pointer } of listingHtml(offer)) {
    const answer = sanitizer.sanitize(html);
    if (answer.kind === 'clean') cleanHtml.set(html, answer.html);
    else findings.push(htmlTooLong(pointer, answer.bytes));
  }
  return { cleanHtml, findings };
}

function digestOf(certified: ReadonlyMap<string, CertifiedArtefact>, artefactId: string): string {
  const artefact = certified.get(artefactId);
  if (artefact === undefined) throw new Error(`The page names ${artefactId}, which no plan hands in.`);
  return artefact.digest;
}
