import type { OfferTypeId } from '../offer/document';
import { applicationKey, machineKey, marketplaceKey } from '../offer/parts';

type Fields = Readonly<Record<string, unknown>>;

const named = (key: (name: string) => string, values: Fields): Fields =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [key(name), value]));

const testDriveKey = (name: string): string => `microsoft-azure-marketplace-testdrive.${name}`;

/** In `definition.offer`, whatever is sold. */
const anyOffer: Fields = {
  ...named(marketplaceKey, {
    leadDestination: 'None',
    blobLeadConfiguration: {},
    crmLeadConfiguration: {},
    httpsEndpointLeadConfiguration: {},
    marketoLeadConfiguration: {},
    salesForceLeadConfiguration: {},
    tableLeadConfiguration: {},
    leadNotificationEmails: '',
    useEnterpriseContract: false,
    universalAmendmentTerms: '',
    customAmendments: null,
    categories: [],
    screenshots: [],
    videos: [],
  }),
  ...named(testDriveKey, {
    enabled: false,
    description: null,
    accessInformation: null,
    videos: [],
    userManual: '',
  }),
};

/** Under the offer type's own prefix. */
const salesContacts: Fields = {
  managerContactName: '',
  managerContactEmail: '',
  managerContactPhone: '',
  gtmMaterials: '',
};

/** In each of `definition.plans`. */
const machinePlan = named(machineKey, {
  certificationsFairfax: [],
  openPorts: [],
  supportsAcceleratedNetworking: false,
  supportsCloudInit: false,
  supportsBackup: false,
  isNetworkVirtualAppliance: false,
  isLockedDown: false,
  isCustomArmTemplateRequired: false,
  supportsExtensions: true,
  supportsHibernation: false,
  supportsNVMe: false,
  generation: '1',
  allowOnlyManagedDiskDeployments: true,
  patchOptions: { supportsHotpatch: false },
});

const machineDefaults = { offer: { ...anyOffer, ...named(machineKey, salesContacts) }, plan: machinePlan };

const applicationPlan = named(applicationKey, { certificationsAzureGovernment: [] });

/** What CPP answers where the publisher has said nothing. A new offer type is a new row. */
export const cppDefaults: Readonly<Record<OfferTypeId, { readonly offer: Fields; readonly plan: Fields }>> = {
  'microsoft-azure-virtualmachines': machineDefaults,
  'microsoft-azure-applications': {
    offer: { ...anyOffer, ...named(applicationKey, salesContacts) },
    plan: applicationPlan,
  },
  'staged-offer': machineDefaults,
};
