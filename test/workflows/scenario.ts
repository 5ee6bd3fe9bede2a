import type { WorkflowHandle } from '@temporalio/client';
import type { CertificationResult } from '../../src/activities/contract';
import type { Finding } from '../../src/domain/certification/finding';
import type { Pipeline } from '../../src/domain/publication/pipeline';
import { pipelineOf } from '../../src/domain/publication/pipelines';
import type { FakeOverrides, FakePublicationActivities } from '../fakes/fake-publication-activities';
import type { PublicationBench } from '../support/publication-worker';

/** One way a run can end, or one place where it can be parked for a long time. */
export type Scenario = {
  readonly name: string;
  readonly activities: () => FakePublicationActivities;
  /** Leads the run to where its history is worth keeping. */
  readonly play: (bench: PublicationBench) => Promise<unknown>;
  /** Whose history is kept, where it is not the offer's publication. */
  readonly kept?: (bench: PublicationBench) => Promise<WorkflowHandle>;
};

export const finding: Finding = {
  ruleId: 'vm.vhd.footer-cookie',
  severity: 'error',
  params: {},
  target: { plan: 'standard' },
};
const failed = { verdict: 'failed' as const, findings: [finding], findingCount: 1 };
export const invalid: FakeOverrides = {
  validate: () => Promise.resolve({ ...failed, artefacts: [], regions: [] }),
};
export const uncertified: FakeOverrides = {
  certify: ({ artefact: { artefactId } }) => Promise.resolve({ ...failed, artefactId }),
};
export const refusedLead: FakeOverrides = {
  registerLead: () => Promise.resolve({ kind: 'failed', destination: 'AzureTable', answer: '403' }),
};
/** Nothing to certify. */
export const wordsAlone: FakeOverrides = {
  validate: () =>
    Promise.resolve({ verdict: 'passed', findings: [], findingCount: 0, artefacts: [], regions: [] }),
};
export const unpackaged: FakeOverrides = {
  packageProduct: () => Promise.resolve({ ...failed }),
};
/** A finding that no rule can judge; `known`: somebody let it pass before. */
export const unsure = (known: Pick<CertificationResult, 'approval'> = {}): FakeOverrides => ({
  certify: ({ artefact: { artefactId } }) =>
    Promise.resolve({
      artefactId,
      digest: 'a'.repeat(64),
      verdict: 'reviewRequired',
      findings: [{ ...finding, severity: 'reviewRequired' }],
      findingCount: 1,
      ...known,
    }),
});
/** A document of which a rule crashed. */
export const unsureOfDocument: FakeOverrides = {
  validate: () =>
    Promise.resolve({
      verdict: 'reviewRequired',
      findings: [{ ...finding, severity: 'reviewRequired' }],
      findingCount: 1,
      artefacts: [{ artefactId: 'standard/1.0.0/os', kind: 'osDisk' }],
      regions: ['westeurope'],
    }),
};
/** The virtual machine's pipeline, with something else. */
export function changed(change: Partial<Pipeline>): Pipeline | undefined {
  const pipeline = pipelineOf('microsoft-azure-virtualmachines', 'publish');
  return pipeline && { ...pipeline, ...change };
}

/** Patience for a second. */
export const hasty = (pipeline: Pipeline): Pipeline => ({
  ...pipeline,
  steps: pipeline.steps.map((step) => ({ ...step, estimateHours: 0.0002 })),
});
