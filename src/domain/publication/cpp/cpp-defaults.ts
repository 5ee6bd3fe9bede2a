import type { OfferDocument, OfferTypeId } from '../../offer/document';
import { type StagedKind, stagedKindOf } from '../../offer/kind';
import { applicationKey, machineKey, marketplaceKey } from '../../offer/parts';

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

const machineDefaults: CppDefaults = {
  offer: { ...anyOffer, ...named(machineKey, salesContacts) },
  plan: machinePlan,
  sellsMachines: true,
};

const applicationPlan = named(applicationKey, { certificationsAzureGovernment: [] });

export type CppDefaults = {
  readonly offer: Fields;
  readonly plan: Fields;
  readonly sellsMachines: boolean;
};

/** CPP never had these: only what its plans share with a newer type. */
const stagedDefaults: Readonly<Record<StagedKind, CppDefaults>> = {
  'virtual-machine': { offer: anyOffer, plan: machinePlan, sellsMachines: true },
  'developer-service': { offer: anyOffer, plan: {}, sellsMachines: false },
  'data-service': { offer: anyOffer, plan: {}, sellsMachines: false },
  'solution-template': { offer: anyOffer, plan: applicationPlan, sellsMachines: false },
};

/** What CPP answers where the publisher has said nothing. */
export const cppDefaultsOf = (document: OfferDocument, offerType: OfferTypeId): CppDefaults =>
  offerType === 'staged-offer' ? stagedDefaults[stagedKindOf(document)] : defaults[offerType];

/** A new offer type is a new row. */
const defaults: Readonly<Record<Exclude<OfferTypeId, 'staged-offer'>, CppDefaults>> = {
  'microsoft-azure-virtualmachines': machineDefaults,
  'microsoft-azure-applications': {
    offer: { ...anyOffer, ...named(applicationKey, salesContacts) },
    plan: applicationPlan,
    sellsMachines: false,
  },
  'consulting-services': { offer: anyOffer, plan: {}, sellsMachines: false },
};
