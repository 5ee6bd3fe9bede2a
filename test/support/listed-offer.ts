import type { OfferDocument } from '../../src/domain/offer/document';
import type { OfferVersionRecord } from '../../src/services/ports';

const market = (key: string): string => `microsoft-azure-marketplace.${key}`;
const machine = (key: string): string => `microsoft-azure-virtualmachines.${key}`;

/** A complete virtual machine offer: one plan with an OS disk and a data disk, one hidden plan. */
export function listedOffer(fields: Readonly<Record<string, unknown>> = {}): OfferDocument {
  const offer = {
    title: 'Contoso Linux',
    summary: 'A small Linux',
    longSummary: 'A small Linux for small machines',
    description: '<p>Fast &amp; small</p>',
    allowedSubscriptions: ['11111111-2222-3333-4444-555555555555'],
    usefulLinks: [{ linkTitle: 'Docs', linkUrl: 'https://contoso.com/docs' }],
    categories: ['compute'],
    smallLogo: 'https://contoso.com/40.png',
    mediumLogo: 'https://contoso.com/90.png',
    largeLogo: 'https://contoso.com/115.png',
    screenshots: ['https://contoso.com/shot.png'],
    privacyURL: 'https://contoso.com/privacy',
    termsOfUse: '<p>Be kind</p>',
    engineeringContactName: 'Eve',
    engineeringContactEmail: 'eve@contoso.com',
    engineeringContactPhone: '+1 555 0100',
    supportContactName: 'Sam',
    supportContactEmail: 'sam@contoso.com',
    supportContactPhone: '+1 555 0101',
    publicAzureSupportUrl: 'https://contoso.com/support',
    leadDestination: 'None',
    ...fields,
  };
  return {
    publisherId: 'contoso',
    offerTypeId: 'microsoft-azure-virtualmachines',
    id: 'linux-vm',
    definition: {
      displayText: 'Contoso Linux',
      offer: Object.fromEntries(Object.entries(offer).map(([key, value]) => [market(key), value])),
      plans: [plan('standard', false), plan('internal', true)],
    },
  };
}

function plan(planId: string, hidden: boolean): OfferDocument {
  const url = (disk: string): string =>
    `https://contoso.blob.core.windows.net/vhds/${planId}-${disk}.vhd?sig=x`;
  return {
    planId,
    regions: ['US'],
    [machine('skuTitle')]: `Plan ${planId}`,
    [machine('skuSummary')]: 'For everybody',
    [machine('skuDescription')]: `<p>${planId}</p>`,
    [machine('hideSKUForSolutionTemplate')]: hidden,
    [machine('cloudAvailability')]: ['PublicAzure'],
    [machine('operatingSystemFamily')]: 'Linux',
    [machine('operationSystem')]: 'Debian 12',
    [machine('recommendedVMSizes')]: ['d1-standard-v2'],
    [machine('vmImages')]: {
      '1.0.0': { osVhdUrl: url('os'), lunVhdDetails: hidden ? [] : [{ lun: 0, vhdUrl: url('data') }] },
    },
    virtualMachinePricing: { isByol: true },
  };
}

export const artefactIds = ['standard/1.0.0/os', 'standard/1.0.0/lun0', 'internal/1.0.0/os'] as const;

export function frozenVersion(
  document: OfferDocument = listedOffer(),
  change: Partial<OfferVersionRecord> = {},
): OfferVersionRecord {
  return {
    publisherId: 'contoso',
    offerId: 'linux-vm',
    offerVersion: 1,
    offerType: 'microsoft-azure-virtualmachines',
    document,
    regions: ['westeurope', 'eastus'],
    frozenAt: '2026-03-01T12:00:00.123Z',
    ...change,
  };
}
