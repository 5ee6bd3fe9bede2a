import type { OfferTypeId } from '../offer/document';
import type { OfferKind } from '../offer/kind';
import type { Pipeline } from './pipeline';
import { applicationPipelines } from './pipelines/application';
import { consultingPipelines } from './pipelines/consulting';
import { stagedPipelines } from './pipelines/staged';
import { virtualMachinePipelines } from './pipelines/virtual-machine';

/** Offer type -> kind of offer -> pipeline. A new offer type is a new row. */
const pipelines: Readonly<Record<OfferTypeId, Readonly<Partial<Record<OfferKind, Pipeline>>>>> = {
  'microsoft-azure-virtualmachines': virtualMachinePipelines,
  'microsoft-azure-applications': applicationPipelines,
  'staged-offer': stagedPipelines,
  'consulting-services': consultingPipelines,
};

export function pipelineOf(offerType: OfferTypeId, kind: OfferKind): Pipeline | undefined {
  return pipelines[offerType][kind];
}
