import type { OfferDocument } from '../../src/domain/offer/document';
import type { Management } from '../../src/domain/offer/model';
import type { PackagedFile } from '../../src/domain/product-page/product-page';
import { sampleApplication } from '../../src/local/sample/application/offer';
import { samplePackage } from '../../src/local/sample/application/package';
import { packageFiles } from '../../src/services/package-files/package-files';
import type { OfferVersionRecord, PackageRecord } from '../../src/services/ports';
import { shownPackage } from './shown-package';
import { sha256 } from './signed-package';

export const application = { publisherId: 'contoso', offerId: 'web-site' };
export const packageZip = samplePackage();
export const packageDigest = sha256(packageZip);

const management: Management = {
  tenantId: '0f5a1c3e-8b2d-4e6f-9a7b-1c2d3e4f5a6b',
  authorizations: [{ principalId: '9b1d2c3e-4f5a-4b6c-8d7e-0a1b2c3d4e5f', role: 'Contributor' }],
  jitAccess: false,
  deploymentMode: 'Complete',
};

/** What is in the sample package, as certification finds it. */
export async function packagedFiles(): Promise<readonly PackagedFile[]> {
  const content = {
    bytes: packageZip.length,
    read: async (offset: number, count: number) => packageZip.subarray(offset, offset + count),
  };
  return (await packageFiles.list(content)) ?? [];
}

/** The sample application as it stands in a slot. */
export async function shownApplication(
  kind: 'solutionTemplate' | 'managedApplication' = 'solutionTemplate',
): Promise<PackageRecord> {
  const words = { planId: 'standard', title: 'Standard', summary: 'One site', descriptionHtml: '<p>One</p>' };
  const managed = kind === 'managedApplication' ? { management } : {};
  const versions = [{ version: '1.0.0', digest: packageDigest, ...managed }];
  const shown = shownPackage({
    ...application,
    title: "Contoso's site",
    plans: [{ ...words, kind, versions }],
  });
  const artefact = { digest: packageDigest, bytes: packageZip.length, reportId: 'report-package' };
  return {
    ...shown,
    manifest: {
      ...shown.manifest,
      ...application,
      regions: [],
      artefacts: [{ ...artefact, files: await packagedFiles() }],
    },
  };
}

export const applicationDocument = (subscriptions?: readonly string[]): OfferDocument =>
  sampleApplication({
    packageUrl: 'https://contoso.blob.core.windows.net/packages/site.zip',
    logoUrls: {
      small: 'https://pictures.contoso.com/small.png',
      medium: 'https://pictures.contoso.com/medium.png',
      large: 'https://pictures.contoso.com/large.png',
    },
    ...(subscriptions && { previewSubscriptions: subscriptions }),
  });

export const frozenApplication = (subscriptions: readonly string[]): OfferVersionRecord => ({
  ...application,
  offerVersion: 1,
  offerType: 'microsoft-azure-applications',
  document: applicationDocument(subscriptions),
  regions: ['westeurope'],
  frozenAt: '2026-11-20T10:00:00.000Z',
});
