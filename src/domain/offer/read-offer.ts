import type { Finding } from '../certification/finding';
import { applicationModelOf } from './application/model-of';
import { applicationSchema } from './application/schema';
import { consultingModelOf } from './consulting/model-of';
import { consultingSchema } from './consulting/schema';
import { offerTypeIds, type OfferDocument, type OfferTypeId } from './document';
import { stagedKindOf, type StagedKind } from './kind';
import { offerFinding } from './offer-finding';
import type { ReadOffer } from './read-result';
import { readerOf } from './schema-reader';
import { stagedMachineModelOf, stagedServiceModelOf, stagedTemplateModelOf } from './staged/model-of';
import { stagedMachineSchema, stagedServiceSchema, stagedTemplateSchema } from './staged/schema';
import { modelOf } from './virtual-machine/model-of';
import { virtualMachineSchema } from './virtual-machine/schema';
import { isTooDeep } from './walk';

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

type Reader = (document: OfferDocument) => ReadOffer;

const serviceReader = readerOf(stagedServiceSchema, stagedServiceModelOf);

const stagedReaders: Readonly<Record<StagedKind, Reader>> = {
  'virtual-machine': readerOf(stagedMachineSchema, stagedMachineModelOf),
  'developer-service': serviceReader,
  'data-service': serviceReader,
  'solution-template': readerOf(stagedTemplateSchema, stagedTemplateModelOf),
};

/** A new offer type is a new row. */
const readers: Readonly<Record<OfferTypeId, Reader>> = {
  'microsoft-azure-virtualmachines': readerOf(virtualMachineSchema, modelOf),
  'microsoft-azure-applications': readerOf(applicationSchema, applicationModelOf),
  'staged-offer': (document) => stagedReaders[stagedKindOf(document)](document),
  'consulting-services': readerOf(consultingSchema, consultingModelOf),
};

function unknownType(document: OfferDocument): Finding {
  const expected = offerTypeIds.join(' | ');
  return offerFinding({ ruleId: 'offer.type-unknown', path: ['offerTypeId'], document, expected });
}

export function isOfferTypeId(value: unknown): value is OfferTypeId {
  return offerTypeIds.some((offerType) => offerType === value);
}
