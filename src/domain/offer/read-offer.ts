import type { Finding } from '../certification/finding';
import { offerTypeIds, type OfferDocument, type OfferTypeId } from './document';
import { readLeadSettings } from './lead-settings';
import type { OfferModel } from './model';
import { offerFinding } from './offer-finding';
import { findingsOfIssues } from './schema-findings';
import { modelOf } from './virtual-machine/model-of';
import { virtualMachineSchema } from './virtual-machine/schema';
import { isTooDeep } from './walk';

export type ReadOffer =
  | { readonly kind: 'read'; readonly offer: OfferModel }
  /** Every problem of the document's shape at once. */
  | { readonly kind: 'invalid'; readonly findings: readonly Finding[] };

/** The only place that interprets an offer document. Reads revealed, stored and masked ones; never throws. */
export function readOffer(document: OfferDocument): ReadOffer {
  if (isTooDeep(document)) {
    return {
      kind: 'invalid',
      findings: [offerFinding({ ruleId: 'offer.too-deep', path: [], document: {} })],
    };
  }
  const offerType = document['offerTypeId'];
  if (typeof offerType === 'string' && offerType !== '' && !isOfferTypeId(offerType)) {
    return { kind: 'invalid', findings: [unknownType(document)] };
  }
  return readers[isOfferTypeId(offerType) ? offerType : 'microsoft-azure-virtualmachines'](document);
}

/** A new offer type is a new row. */
const readers: Readonly<Record<OfferTypeId, (document: OfferDocument) => ReadOffer>> = {
  'microsoft-azure-virtualmachines': readVirtualMachine,
};

function readVirtualMachine(document: OfferDocument): ReadOffer {
  const parsed = virtualMachineSchema.safeParse(document);
  const lead = readLeadSettings(document);
  const findings = [
    ...(parsed.success ? [] : findingsOfIssues(parsed.error.issues, document)),
    ...(lead.kind === 'read' ? [] : lead.findings),
  ];
  if (!parsed.success || lead.kind === 'broken') return { kind: 'invalid', findings };
  return { kind: 'read', offer: modelOf(parsed.data, lead.lead) };
}

function unknownType(document: OfferDocument): Finding {
  const expected = offerTypeIds.join(' | ');
  return offerFinding({ ruleId: 'offer.type-unknown', path: ['offerTypeId'], document, expected });
}

export function isOfferTypeId(value: unknown): value is OfferTypeId {
  return offerTypeIds.some((offerType) => offerType === value);
}
