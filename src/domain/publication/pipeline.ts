import type { Permission } from '../access/role';
import type { Estimate } from '../text/publication/estimates';

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
  | 'review'
  | 'goLive';

export type PipelineStep = {
  /** The Cloud Partner Portal's own step id where it has one. */
  readonly id: string;
  /** Past this a step counts as overdue; past three times this a failing dependency ends the publication. */
  readonly estimateHours: number;
  /** How long the step takes, in the words of the documented process; part of the CPP answer. */
  readonly estimate: Estimate;
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
  /** Of reviewers, wherever a step waits for them. Absent in publications begun before version 0.3. */
  readonly review?: ReviewTerms;
};

/** How long the publication waits for people, in milliseconds. */
export type Patience = {
  readonly signOffReminderEveryMs: number;
  readonly addressReminderEveryMs: number;
  /** Without a notification address by then, the publication ends canceled. */
  readonly addressWithinMs: number;
};

export type ReviewTerms = {
  /** What one must be allowed to do to decide. */
  readonly approvers: Permission;
  /** The reviewers are reminded so often. */
  readonly reminderEveryMs: number;
  /** The operator hears once of a review that takes longer. */
  readonly escalationAfterMs: number;
  /** Reviewers may correct the draft themselves, where it is theirs to edit; the publisher then publishes again. */
  readonly editDrafts?: true;
};

/** Whether disks come to the regions only after the preview: until then they stand in staging. */
export function replicatesAfterPreview({ steps }: Pipeline): boolean {
  const order = steps.flatMap(({ stages }) => stages);
  return order.indexOf('replicate') > order.indexOf('openPreview');
}
