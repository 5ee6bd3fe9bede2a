import type { OfferDocument } from '../../../domain/offer/document';
import type { OfferKey } from '../../../domain/offer/ids';
import { artwork, type Fields, leads, legalAndSupport, type MarketplaceParts } from '../marketplace-parts';
import { samplePreviewSubscriptions } from '../offer';

export const sampleApplicationKey: OfferKey = { publisherId: 'contoso', offerId: 'web-site' };

export type ApplicationParts = MarketplaceParts & {
  /** Address of the package's zip. */
  readonly packageUrl: string;
  readonly version?: string;
};

/** A complete Azure application, as a publisher would save it: one solution template, one version. */
export function sampleApplication(parts: ApplicationParts): OfferDocument {
  return {
    publisherId: sampleApplicationKey.publisherId,
    offerTypeId: 'microsoft-azure-applications',
    id: sampleApplicationKey.offerId,
    offerTypeVersions: { 'microsoft-azure-applications': 64, 'microsoft-azure-marketplace': 39 },
    definition: {
      displayText: 'Contoso Web Site',
      offer: {
        ...listing(parts),
        ...artwork(parts.logoUrls),
        ...leads(parts.leadTable),
        ...legalAndSupport,
        'microsoft-azure-marketplace.termsOfUse':
          '<p>You may deploy this as often as you like. It comes without warranty.</p>',
      },
      plans: [plan(parts)],
    },
  };
}

const listing = ({ previewSubscriptions = samplePreviewSubscriptions }: ApplicationParts): Fields => ({
  'microsoft-azure-marketplace.title': 'Contoso Web Site',
  'microsoft-azure-marketplace.summary': 'A static web site on storage, with deleted files kept for a while',
  'microsoft-azure-marketplace.longSummary':
    'A storage account set up to serve a static web site: encrypted traffic only, as many copies as you choose, and what was deleted by mistake can be brought back.',
  'microsoft-azure-marketplace.description': [
    '<p><strong>Contoso Web Site</strong> is for teams whose site is files, and who want to pay for files only.</p>',
    '<h3>What you get</h3>',
    '<ul>',
    '<li>A storage account that answers over HTTPS only</li>',
    '<li>Copies in one datacentre, in three, or in two regions</li>',
    '<li>Deleted files kept for as long as you choose</li>',
    '</ul>',
  ].join('\n'),
  'microsoft-azure-marketplace.offerMarketingUrlIdentifier': 'contoso-web-site',
  'microsoft-azure-marketplace.allowedSubscriptions': [...previewSubscriptions],
  'microsoft-azure-marketplace.usefulLinks': [
    { linkTitle: 'Getting started', linkUrl: 'https://www.contoso.com/web-site/start' },
  ],
  'microsoft-azure-marketplace.categoryMap': [{ categoryL1: 'web', 'categoryL2-web': ['blogs-cms'] }],
});

const plan = ({ packageUrl, version = '1.0.0' }: ApplicationParts): Fields => ({
  planId: 'standard',
  'microsoft-azure-applications.skuTitle': 'Standard',
  'microsoft-azure-applications.skuSummary': 'One static web site on a storage account',
  'microsoft-azure-applications.skuDescription':
    '<p>Everything a site of files needs: storage, HTTPS, and a second chance for deleted files.</p>',
  'microsoft-azure-applications.skuType': 'solution-template',
  'microsoft-azure-applications.cloudAvailability': ['PublicAzure'],
  'microsoft-azure-applications.usageAttributionId': '7d1f0c6a-2b6e-4f57-9f0d-3f6f3f2f9b11',
  'microsoft-azure-applications.package': { [version]: { packageVersion: { packageFile: packageUrl } } },
  regions: ['US', 'DE', 'BR', 'SG'],
});
