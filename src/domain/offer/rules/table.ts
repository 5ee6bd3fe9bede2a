import { dataDiskCount, dataDiskOrder } from './data-disks';
import { diskSignatures } from './disk-signatures';
import { imageVersionCount, imageVersionNames } from './image-versions';
import { liveIdentityKept } from './live-identity';
import { liveImagesKept, newImagesAreNewer } from './live-images';
import { livePlansKept, publicPlansStayPublic } from './live-plans';
import { livePrices } from './live-prices';
import { osType } from './os-type';
import { planIdsUnique } from './plan-ids';
import { coreBucketsKnown, pricesComplete } from './prices';
import type { OfferRule } from './rule';
import { secretsPresent } from './secrets-present';
import { simpleHtml } from './simple-html';
import { termsOfUse } from './terms-of-use';
import { webAddresses } from './web-addresses';

/** What one field's schema cannot see, in the order of the Editor. A new rule is a new row. */
export const offerRules: readonly OfferRule[] = [
  liveIdentityKept,
  simpleHtml,
  termsOfUse,
  planIdsUnique,
  livePlansKept,
  publicPlansStayPublic,
  osType,
  imageVersionNames,
  imageVersionCount,
  newImagesAreNewer,
  liveImagesKept,
  dataDiskOrder,
  dataDiskCount,
  pricesComplete,
  coreBucketsKnown,
  livePrices,
  webAddresses,
  diskSignatures,
  secretsPresent,
];
