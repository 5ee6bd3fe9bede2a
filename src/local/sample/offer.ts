import type { OfferDocument } from '../../domain/offer/document';
import type { OfferKey } from '../../domain/offer/ids';
import { artwork, type Fields, leads, legalAndSupport, type MarketplaceParts } from './marketplace-parts';

export const sampleOfferKey: OfferKey = { publisherId: 'contoso', offerId: 'linux-vm' };

/** May see the preview of the sample offer; nobody's real subscriptions. */
export const samplePreviewSubscriptions: readonly string[] = [
  'c0ffee00-0001-4000-8000-000000000001',
  'c0ffee00-0002-4000-8000-000000000002',
];

export type SampleParts = MarketplaceParts & {
  /** SAS URL of the image's VHD. */
  readonly osVhdUrl: string;
  readonly version?: string;
};

/** A complete virtual machine offer, as a publisher would save it: one plan, one version. */
export function sampleOffer(parts: SampleParts): OfferDocument {
  return {
    publisherId: sampleOfferKey.publisherId,
    offerTypeId: 'microsoft-azure-virtualmachines',
    id: sampleOfferKey.offerId,
    offerTypeVersions: { 'microsoft-azure-virtualmachines': 87, 'microsoft-azure-marketplace': 39 },
    definition: {
      displayText: 'Contoso Linux Web Server',
      offer: {
        ...listing(parts),
        ...artwork(parts.logoUrls),
        ...leads(parts.leadTable),
        ...legalAndSupport,
      },
      plans: [plan(parts)],
    },
  };
}

const listing = ({ previewSubscriptions = samplePreviewSubscriptions }: SampleParts): Fields => ({
  'microsoft-azure-marketplace.title': 'Contoso Linux Web Server',
  'microsoft-azure-marketplace.summary':
    'A hardened Linux machine that serves your site minutes after deployment',
  'microsoft-azure-marketplace.longSummary':
    'A small, hardened Linux machine with a web server, automatic security updates and sensible firewall rules. Deploy it, copy your site to it, and it is on the web.',
  'microsoft-azure-marketplace.description': [
    '<p><strong>Contoso Linux Web Server</strong> is for teams that want a web site and no server to look after.</p>',
    '<h3>What you get</h3>',
    '<ul>',
    '<li>A minimal Linux system: nothing runs that a web site does not need</li>',
    '<li>HTTPS from the first start, with certificates that renew themselves</li>',
    '<li>Security updates every night, and a report when one needs a restart</li>',
    '<li>No default passwords: access with your own SSH key only</li>',
    '</ul>',
    '<h3>How to begin</h3>',
    '<p>Deploy the machine, copy your files to <em>/srv/www</em>, and open its address in a browser.</p>',
  ].join('\n'),
  'microsoft-azure-marketplace.offerMarketingUrlIdentifier': 'contoso-linux-web-server',
  'microsoft-azure-marketplace.allowedSubscriptions': [...previewSubscriptions],
  'microsoft-azure-marketplace.usefulLinks': [
    { linkTitle: 'Getting started', linkUrl: 'https://www.contoso.com/linux-web-server/start' },
    { linkTitle: 'Release notes', linkUrl: 'https://www.contoso.com/linux-web-server/releases' },
  ],
  'microsoft-azure-marketplace.categoryMap': [
    { categoryL1: 'compute', 'categoryL2-compute': ['operating-systems'] },
    { categoryL1: 'web', 'categoryL2-web': ['blogs-cms'] },
  ],
});

const pricing = {
  isByol: false,
  freeTrialDurationInMonths: 1,
  coreMultiplier: { currency: 'USD', single: 0.02 },
};

const plan = ({ osVhdUrl, version = '1.0.0' }: SampleParts): Fields => ({
  planId: 'standard',
  'microsoft-azure-virtualmachines.skuTitle': 'Standard',
  'microsoft-azure-virtualmachines.skuSummary': 'One web server with nightly security updates',
  'microsoft-azure-virtualmachines.skuDescription':
    '<p>Everything a single site needs: web server, certificates, firewall and nightly security updates.</p>',
  'microsoft-azure-virtualmachines.hideSKUForSolutionTemplate': false,
  'microsoft-azure-virtualmachines.cloudAvailability': ['PublicAzure'],
  'microsoft-azure-virtualmachines.operatingSystemFamily': 'Linux',
  'microsoft-azure-virtualmachines.osType': 'Debian',
  'microsoft-azure-virtualmachines.operationSystem': 'Debian 12',
  'microsoft-azure-virtualmachines.recommendedVMSizes': ['b1s-standard', 'b2s-standard', 'd2s-standard-v3'],
  'microsoft-azure-virtualmachines.openPorts': [
    { label: 'HTTP', portRange: '80', protocol: 'tcp' },
    { label: 'HTTPS', portRange: '443', protocol: 'tcp' },
  ],
  'microsoft-azure-virtualmachines.supportsAcceleratedNetworking': true,
  'microsoft-azure-virtualmachines.vmImages': { [version]: { osVhdUrl, lunVhdDetails: [] } },
  virtualMachinePricing: pricing,
  virtualMachinePricingV2: pricing,
  regions: ['US', 'DE', 'BR', 'SG'],
});
