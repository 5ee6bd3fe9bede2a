import { type OfferDocument, type OfferTypeId, offerTypeIds } from '../../src/domain/offer/document';
import { type OfferKind, stagedKinds } from '../../src/domain/offer/kind';
import type { Pipeline } from '../../src/domain/publication/pipeline';
import { pipelineOf } from '../../src/domain/publication/pipelines';
import { sampleApplication } from '../../src/local/sample/application/offer';
import { type SampleParts, sampleOffer } from '../../src/local/sample/offer';
import { asManaged } from '../domain/offer/good-application';
import { asConsulting } from '../domain/offer/good-consulting';
import { stagedFrom, stagedMachine, stagedService } from './staged-offers';

/** One way to publish, with an offer that goes it. */
export type TypeRow = {
  readonly name: string;
  readonly offerType: OfferTypeId;
  readonly kind: OfferKind;
  readonly pipeline: Pipeline;
  readonly draft: (parts: Parts) => OfferDocument;
};

type Parts = SampleParts & { readonly packageUrl: string; readonly leadTable: string };

const drafts: Readonly<Record<string, TypeRow['draft']>> = {
  'microsoft-azure-virtualmachines/publish': sampleOffer,
  'microsoft-azure-applications/publish': sampleApplication,
  'microsoft-azure-applications/managed': (parts) => asManaged(sampleApplication(parts)),
  'staged-offer/virtual-machine': stagedMachine,
  'staged-offer/developer-service': (parts) => stagedService(parts, 'developer-service'),
  'staged-offer/data-service': (parts) => stagedService(parts, 'data-service'),
  'staged-offer/solution-template': (parts) =>
    stagedFrom(withoutPlanKind(sampleApplication(parts)), 'template', 'solution-template'),
  'consulting-services/publish': (parts) => asConsulting(sampleOffer(parts)),
};

/** Every row of the table of pipelines; an application can be published as two kinds of plan. A row without an offer throws. */
export const everyType: readonly TypeRow[] = offerTypeIds
  .flatMap((offerType): readonly (readonly [OfferTypeId, OfferKind])[] =>
    [...stagedKinds, 'publish' as const].map((kind) => [offerType, kind] as const),
  )
  .flatMap(([offerType, kind]): readonly TypeRow[] => {
    const pipeline = pipelineOf(offerType, kind);
    if (pipeline === undefined) return [];
    const names = [kind, ...(offerType === 'microsoft-azure-applications' ? ['managed'] : [])];
    return names.map((name) => ({
      name: `${offerType}-${name}`.replace(/^microsoft-azure-|-publish$/g, ''),
      offerType,
      kind,
      pipeline,
      draft: draftOf(`${offerType}/${name}`),
    }));
  });

function draftOf(name: string): TypeRow['draft'] {
  const draft = drafts[name];
  if (draft === undefined) throw new Error(`There is no offer to publish as ${name}.`);
  return draft;
}

function withoutPlanKind(document: OfferDocument): OfferDocument {
  return JSON.parse(
    JSON.stringify(document, (key, value: unknown) =>
      key === 'microsoft-azure-applications.skuType' ? undefined : value,
    ),
  ) as OfferDocument;
}
