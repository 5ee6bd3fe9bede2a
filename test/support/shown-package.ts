import { createHash } from 'node:crypto';
import type { ProductPage } from '../../src/domain/product-page/product-page';
import type { PackageRecord } from '../../src/services/ports';
import { publicationId } from './publication-at';

export const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
export const osDisk = sha('os disk');
export const dataDisk = sha('data disk');
export const logo = sha('logo');

/** A package as it stands in a slot: one plan with two disks in two regions, one logo. */
export function shownPackage(change: Partial<ProductPage> = {}): PackageRecord {
  const page: ProductPage = {
    publisherId: 'contoso',
    offerId: 'linux-vm',
    title: 'Contoso Linux',
    summary: 'A small Linux',
    longSummary: 'A small Linux for small machines',
    descriptionHtml: '<p>Fast &amp; <strong>small</strong></p>',
    privacyUrl: 'https://contoso.com/privacy',
    termsHtml: '<p>Be kind</p>',
    standardContract: false,
    usefulLinks: [{ text: 'Docs', uri: 'https://contoso.com/docs' }],
    support: {
      name: 'Sam',
      email: 'sam@contoso.com',
      phone: '+1 555 0101',
      url: 'https://contoso.com/support',
    },
    categories: ['compute'],
    images: [{ role: 'largeLogo', digest: logo, width: 115, height: 115 }],
    plans: [
      {
        planId: 'standard',
        title: 'Standard',
        summary: 'For everybody',
        descriptionHtml: '<p>Standard</p>',
        osFamily: 'Linux',
        osName: 'Debian 12',
        recommendedSizes: ['Standard_D2s_v5'],
        versions: [{ version: '1.0.0', osDisk, dataDisks: [{ lun: 0, digest: dataDisk }] }],
      },
    ],
    ...change,
  };
  return {
    packageDigest: sha('package'),
    page,
    manifest: {
      schema: 'offer-manifest/1',
      publisherId: 'contoso',
      offerId: 'linux-vm',
      regions: ['eastus', 'westeurope'],
      artefacts: [
        { digest: osDisk, bytes: 1_073_742_336, reportId: 'report-os' },
        { digest: dataDisk, bytes: 512, reportId: 'report-data' },
      ],
      images: [{ digest: logo, bytes: 4 }],
      pageDigest: sha('page'),
    },
    signature: { keyId: 'key', value: 'value' },
    createdAt: '2026-11-20T10:30:00.000Z',
  };
}

/** Puts the package into a slot of contoso/linux-vm. */
export const slotOf = (slot: 'Preview' | 'Production') => ({
  slot,
  offerVersion: 1,
  packageDigest: sha('package'),
  publicationId,
  since: '2026-11-20T11:00:00.000Z',
});
