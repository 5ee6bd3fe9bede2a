import type { OfferDocument } from '../../../src/domain/offer/document';
import type { Path } from '../../../src/domain/offer/walk';
import { sampleApplication } from '../../../src/local/sample/application/offer';
import { changed, plan } from './good-offer';

export const packageUrl = (
  name: string,
  query = 'sv=2020-10-02&sr=b&sp=r&se=2026-07-01T12%3A00%3A00Z',
): string => `https://contoso.blob.core.windows.net/packages/${name}.zip?${query}&sig=CANARY%3D`;

/** The sample application: nothing is wrong with it. */
export const goodApplication = (): OfferDocument =>
  sampleApplication({
    packageUrl: packageUrl('site-1.0.0'),
    logoUrls: {
      small: 'https://www.contoso.com/small.png',
      medium: 'https://www.contoso.com/medium.png',
      large: 'https://www.contoso.com/large.png',
    },
  });

/** Path of a field of its first plan; of a field of that plan's version 1.0.0. */
export const application = (name: string, ...rest: Path): Path =>
  plan(`microsoft-azure-applications.${name}`, ...rest);
export const inPackage = (...rest: Path): Path => application('package', '1.0.0', ...rest);

export const tenantId = '0f5a1c3e-8b2d-4e6f-9a7b-1c2d3e4f5a6b';
export const principalId = '9b1d2c3e-4f5a-4b6c-8d7e-0a1b2c3d4e5f';

/** The same as a managed application: its publisher's operators are contributors. */
export const asManaged = (document: OfferDocument): OfferDocument =>
  [
    [application('skuType'), 'managed-application'],
    [inPackage('packageVersion', 'tenantId'), tenantId],
    [inPackage('authorizations'), [{ principalId, role: 'Contributor' }]],
    [inPackage('publisherJitAccessPolicy'), { jitAccessEnabled: true }],
    [inPackage('deploymentMode'), 'Incremental'],
    [inPackage('notificationEndpoint'), 'https://ops.contoso.com/applications?sig=HOOKSECRET'],
    [inPackage('policies'), [{ name: 'Audit', policySku: 'Free', parameters: '{"a":1}' }]],
  ].reduce((so, [path, value]) => changed(so, path as Path, value), document);

export const goodManaged = (): OfferDocument => asManaged(goodApplication());
