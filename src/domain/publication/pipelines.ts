import type { OfferTypeId } from '../offer/document';

/** The work a step can hold. A step is what people see, a stage is what is done. */
export type StageName =
  | 'validate'
  | 'awaitAddress'
  | 'certify'
  | 'replicate'
  | 'packageProduct'
  | 'registerLead'
  | 'openPreview'
  | 'signOff'
  | 'goLive';

export type PipelineStep = {
  /** The Cloud Partner Portal's own step id where it has one. */
  readonly id: string;
  /** Past this a step counts as overdue; past three times this a failing dependency ends the publication. */
  readonly estimateHours: number;
  /** How long the step takes, in the words of the documented process; part of the CPP answer. */
  readonly estimate: string;
  readonly stages: readonly StageName[];
  /** A row of our own chart only; the CPP answer leaves it out. */
  readonly chartOnly?: boolean;
};

export type CancelPolicy = 'atSignOff' | 'untilLive' | 'never';
export type Storefront = 'azureMarketplace' | 'appSource' | 'azurePortal';

/** How one kind of offer is published, as data; a run finishes on the pipeline it began with. */
export type Pipeline = {
  readonly steps: readonly PipelineStep[];
  readonly cancelPolicy: CancelPolicy;
  readonly storefronts: readonly Storefront[];
  /** Distinct actors whose go-live is needed. */
  readonly votes: number;
  readonly patience: Patience;
};

/** How long the publication waits for people, in milliseconds. */
export type Patience = {
  readonly signOffReminderEveryMs: number;
  readonly addressReminderEveryMs: number;
  /** Without a notification address by then, the publication ends canceled. */
  readonly addressWithinMs: number;
};

const dayMs = 24 * 3_600_000;
const usualPatience: Patience = {
  signOffReminderEveryMs: 7 * dayMs,
  addressReminderEveryMs: 7 * dayMs,
  addressWithinMs: 30 * dayMs,
};

/** Offer type -> kind of publication -> pipeline. A new offer type is a new row. */
const pipelines: Readonly<Record<OfferTypeId, Readonly<Record<string, Pipeline>>>> = {
  'microsoft-azure-virtualmachines': {
    publish: {
      steps: [
        {
          id: 'displaydummycertify',
          estimateHours: 24,
          estimate: '< 1 day',
          stages: ['validate', 'awaitAddress'],
        },
        { id: 'displaycertify', estimateHours: 120, estimate: '< 5 days', stages: ['certify'] },
        { id: 'displayprovision', estimateHours: 24, estimate: '< 1 day', stages: ['replicate'] },
        {
          id: 'displaypackage',
          estimateHours: 1,
          estimate: '< 1 hour',
          stages: ['packageProduct', 'registerLead'],
        },
        { id: 'preview', estimateHours: 1, estimate: '< 1 hour', stages: ['openPreview'], chartOnly: true },
        { id: 'publisher-signoff', estimateHours: 0, estimate: '', stages: ['signOff'] },
        { id: 'live', estimateHours: 4, estimate: 'a few hours', stages: ['goLive'] },
      ],
      cancelPolicy: 'atSignOff',
      storefronts: ['azureMarketplace', 'azurePortal'],
      votes: 1,
      patience: usualPatience,
    },
  },
};

export function pipelineOf(offerType: OfferTypeId, kind: string): Pipeline | undefined {
  return pipelines[offerType][kind];
}
