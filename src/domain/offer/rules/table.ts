import type { OfferDocument, OfferTypeId } from '../document';
import { artefactUrls } from './artefact-urls';
import { consultingPrice } from './consulting-price';
import { consultingTitle } from './consulting-title';
import { dataDiskCount, dataDiskOrder } from './data-disks';
import { type StagedKind, stagedKindOf } from '../kind';
import { leadDestinationNeeded } from './lead-destination';
import { liveIdentityKept } from './live-identity';
import { liveKindKept } from './live-kind';
import { liveMonthlyPrices } from './live-monthly-prices';
import { livePlansKept, publicPlansStayPublic } from './live-plans';
import { livePrices } from './live-prices';
import { liveRegionPrices } from './live-region-prices';
import { liveArtefactsKept, newImagesAreNewer, newPackagesAreNewer } from './live-versions';
import { osType } from './os-type';
import { planIdsUnique } from './plan-ids';
import { managementComplete, planKindKept } from './plan-kind';
import { coreBucketsKnown, pricesComplete } from './prices';
import type { OfferRule } from './rule';
import { secretsPresent } from './secrets-present';
import { serviceEndpoints } from './service-endpoints';
import { liveServicePrices, servicePricesComplete } from './service-prices';
import { simpleHtml } from './simple-html';
import { termsOfUse } from './terms-of-use';
import {
  imageVersionCount,
  imageVersionNames,
  packageVersionCount,
  packageVersionNames,
} from './version-names';
import { audienceReadable } from './unread-audience';
import { pricesReadable } from './unread-prices';
import { webAddresses } from './web-addresses';

/** Of every offer, in the order of the Editor: what stands before its plans' own content, and after. */
const offerAndPlans: readonly OfferRule[] = [
  liveIdentityKept,
  simpleHtml,
  termsOfUse,
  planIdsUnique,
  livePlansKept,
  publicPlansStayPublic,
  audienceReadable,
  pricesReadable,
  liveMonthlyPrices,
  liveRegionPrices,
];
const addresses: readonly OfferRule[] = [webAddresses, artefactUrls, secretsPresent];

const machineRules: readonly OfferRule[] = [
  osType,
  imageVersionNames,
  imageVersionCount,
  newImagesAreNewer,
  liveArtefactsKept,
  dataDiskOrder,
  dataDiskCount,
  pricesComplete,
  coreBucketsKnown,
  livePrices,
];

const packageRules: readonly OfferRule[] = [
  packageVersionNames,
  packageVersionCount,
  newPackagesAreNewer,
  liveArtefactsKept,
];

const applicationRules: readonly OfferRule[] = [planKindKept, ...packageRules, managementComplete];

const serviceRules: readonly OfferRule[] = [serviceEndpoints, servicePricesComplete, liveServicePrices];

const consultingRules: readonly OfferRule[] = [consultingTitle, consultingPrice, leadDestinationNeeded];

const stagedRules: Readonly<Record<StagedKind, readonly OfferRule[]>> = {
  'virtual-machine': [liveKindKept, ...machineRules],
  'developer-service': [liveKindKept, ...serviceRules],
  'data-service': [liveKindKept, ...serviceRules],
  'solution-template': [liveKindKept, ...packageRules],
};

/** What one field's schema cannot see. A new rule is a new row. */
const ownRules: Readonly<Record<OfferTypeId, (document: OfferDocument) => readonly OfferRule[]>> = {
  'microsoft-azure-virtualmachines': () => machineRules,
  'microsoft-azure-applications': () => applicationRules,
  'staged-offer': (document) => stagedRules[stagedKindOf(document)],
  'consulting-services': () => consultingRules,
};

/** Without a type an offer counts as a virtual machine, as its schema does. */
export function offerRulesOf(document: OfferDocument): readonly OfferRule[] {
  const offerType = String(document['offerTypeId']);
  const own = Object.hasOwn(ownRules, offerType)
    ? ownRules[offerType as OfferTypeId](document)
    : machineRules;
  return [...offerAndPlans, ...own, ...addresses];
}
