import type { OfferDocument, OfferTypeId } from '../../offer/document';
import { machineKey } from '../../offer/parts';
import { asArray, asObject } from '../../offer/walk';
import { type CppDefaults, cppDefaultsOf } from './cpp-defaults';
import type { OfferStatus } from '../status';

/** What the system itself says about an offer, around the publisher's document. */
export type CppOfferFacts = {
  readonly publisherId: string;
  readonly offerId: string;
  readonly offerType: OfferTypeId;
  readonly status: OfferStatus;
  /** Grows by one with each publication; 0 before the first. */
  readonly version: number;
  readonly changedAt: string;
};

/** An offer as CPP answers it: the publisher's document, completed, and around it what the server says. */
export function toCppOffer(document: OfferDocument, facts: CppOfferFacts): OfferDocument {
  const { definition, ...rest } = completed(document, facts.offerType);
  return {
    ...rest,
    offerTypeId: facts.offerType,
    publisherId: facts.publisherId,
    status: facts.status,
    ...migrated,
    version: facts.version,
    id: facts.offerId,
    definition: { ...definition, displayText: displayTextOf(document, facts.offerId) },
    changedTime: facts.changedAt,
  };
}

type Completed = OfferDocument & { readonly definition: OfferDocument };

/**
 * The document with CPP's defaults where it is silent, so that one that was read over the API and saved again equals
 * the one that was saved first.
 */
export function completed(document: OfferDocument, offerType: OfferTypeId): Completed {
  const definition = asObject(document['definition']) ?? {};
  const defaults = cppDefaultsOf(document, offerType);
  return {
    ...without(document, [...serverOwned, 'offerTypeVersions']),
    definition: {
      ...definition,
      offer: { ...defaults.offer, ...asObject(definition['offer']) },
      plans: asArray(definition['plans']).map((plan) => completePlan(plan, defaults)),
    },
  };
}

/** One entry of CPP's list of offers. */
export type CppSummary = typeof migrated & {
  readonly offerTypeId: string;
  readonly publisherId: string;
  readonly status: OfferStatus;
  readonly lockStatus: 'none';
  readonly offerTypeChanges: readonly never[];
  readonly pricingNotRecalculatedRegions: readonly never[];
  readonly offerTypeVersionsOverride: Readonly<Record<string, never>>;
  readonly version: number;
  readonly id: string;
  readonly definition: { readonly displayText: string };
  readonly changedTime: string;
};

export function toCppSummary(displayText: string | null, facts: CppOfferFacts): CppSummary {
  return {
    offerTypeId: facts.offerType,
    publisherId: facts.publisherId,
    status: facts.status,
    lockStatus: 'none',
    ...migrated,
    offerTypeChanges: [],
    pricingNotRecalculatedRegions: [],
    offerTypeVersionsOverride: {},
    version: facts.version,
    id: facts.offerId,
    definition: { displayText: displayText ?? facts.offerId },
    changedTime: facts.changedAt,
  };
}

/** What a client may save of the document it sends: an answer sent back holds what only the server says. */
export const savedPart = (document: OfferDocument): OfferDocument => without(document, serverOwned);

/** Constant since the real service moved its offers to another portal; clients expect the keys. */
const migrated = { pcMigrationStatus: 'migrated', pcRedirectUri: '', isvUpgradeRequest: false } as const;

const serverOwned: readonly string[] = [
  'status',
  'version',
  'changedTime',
  'eTag',
  // The Go client writes its own field's name.
  'Etag',
  'lockStatus',
  'pcMigrationStatus',
  'pcRedirectUri',
  'isvUpgradeRequest',
  'offerTypeChanges',
  'pricingNotRecalculatedRegions',
  'offerTypeVersionsOverride',
];

const without = (document: OfferDocument, keys: readonly string[]): OfferDocument =>
  Object.fromEntries(Object.entries(document).filter(([key]) => !keys.includes(key)));

function displayTextOf(document: OfferDocument, fallback: string): string {
  const { displayText } = asObject(document['definition']) ?? {};
  return typeof displayText === 'string' ? displayText : fallback;
}

function completePlan(given: unknown, { plan: defaults, sellsMachines }: CppDefaults): unknown {
  const plan = asObject(given);
  if (plan === undefined) return given;
  const completedPlan = { ...defaults, ...plan };
  return sellsMachines ? completeMachine(completedPlan) : completedPlan;
}

/** CPP takes the operating system of a Windows plan under an older key, and gives it back under one for all. */
function completeMachine(plan: OfferDocument): OfferDocument {
  const older = machineKey('windowsOSType');
  const osType = plan[machineKey('osType')] ?? plan[older];
  return {
    ...(plan['planId'] === undefined ? {} : { [machineKey('legacyPlanId')]: plan['planId'] }),
    ...without(plan, [older]),
    ...(osType === undefined ? {} : { [machineKey('osType')]: osType }),
  };
}
