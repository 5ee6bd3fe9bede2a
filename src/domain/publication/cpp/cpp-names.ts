import type { OfferTypeId } from '../../offer/document';

type CppNames = {
  /** CPP's API speaks English. */
  readonly displayText: string;
  /** Of the newer ingestion API. */
  readonly resourceType: string;
};

/** What the Cloud Partner Portal's API, and the one after it, call a type of offers. A new offer type is a new row. */
export const cppNames: Readonly<Record<OfferTypeId, CppNames>> = {
  'microsoft-azure-virtualmachines': {
    displayText: 'Virtual Machines',
    resourceType: 'AzureThirdPartyVirtualMachine',
  },
  'microsoft-azure-applications': { displayText: 'Azure Applications', resourceType: 'AzureApplication' },
  // The newer API never had these; clients match offers by id.
  'staged-offer': { displayText: 'Staged Offers', resourceType: 'AzureStagedOffer' },
  'consulting-services': { displayText: 'Consulting Services', resourceType: 'ConsultingService' },
};
