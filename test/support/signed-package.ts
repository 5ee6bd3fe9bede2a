import { canonicalJson } from '../../src/domain/product-page/canonical-json';
import { manifestOf } from '../../src/domain/product-page/manifest-of';
import type {
  CertifiedArtefact,
  MachinePlan,
  Manifest,
  ProductPage,
} from '../../src/domain/product-page/product-page';
import { digests } from '../../src/services/digests';
import type { PackageRecord, Signer } from '../../src/services/ports';

export const machinePlan: MachinePlan = {
  planId: 'standard',
  title: 'Standard',
  summary: 'For everybody',
  descriptionHtml: '',
  osFamily: 'Linux',
  osName: 'Debian 12',
  recommendedSizes: ['ds2-standard-v2'],
  versions: [{ version: '1.0.0', osDisk: 'a'.repeat(64), dataDisks: [] }],
};

export function productPage(change: Partial<ProductPage> = {}): ProductPage {
  return {
    publisherId: 'contoso',
    offerId: 'linux-vm',
    title: 'Contoso Linux',
    summary: 'A small Linux',
    longSummary: 'A small Linux for small machines',
    descriptionHtml: '<p>Fast</p>',
    privacyUrl: 'https://contoso.com/privacy',
    termsHtml: '<p>Be kind</p>',
    standardContract: false,
    usefulLinks: [],
    support: { name: 'Sam', email: 'sam@contoso.com', phone: '+1 555 0101', url: '' },
    categories: ['compute'],
    images: [],
    plans: [machinePlan],
    ...change,
  };
}

/** A page with its manifest, signed; `content` is what the manifest lists. */
export function signedPackage(
  signer: Pick<Signer, 'sign'>,
  page: ProductPage = productPage(),
  content: Partial<Pick<Manifest, 'regions' | 'artefacts' | 'images'>> = {},
): PackageRecord {
  const artefacts: readonly CertifiedArtefact[] = [
    { digest: 'a'.repeat(64), bytes: 1024, reportId: 'report-1' },
  ];
  const manifest = manifestOf(page, sha256(canonicalJson(page)), {
    regions: ['westeurope'],
    artefacts,
    images: [],
    ...content,
  });
  const text = canonicalJson(manifest);
  return {
    packageDigest: sha256(text),
    page,
    manifest,
    signature: signer.sign(Buffer.from(text)),
    createdAt: '2026-03-02T00:00:00.000Z',
  };
}

export function sha256(content: string | Buffer): string {
  const hash = digests.sha256();
  hash.update(Buffer.from(content));
  return hash.digest();
}
