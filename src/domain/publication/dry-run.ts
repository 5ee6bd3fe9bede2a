import type { Pipeline, PipelineStep, StageName } from './pipeline';

/** What a publication would do, told before it is started. */
export type PlannedStep = {
  readonly stepId: string;
  readonly work: PlannedWork;
  /** What an earlier publication left that would be found, not done again. */
  readonly reused: readonly ReusedWork[];
  /** In the words of the documented process; empty where nobody can tell. */
  readonly documentedEstimate: string;
  /** From past steps of this offer type; null without any, and for what waits for the publisher. */
  readonly estimatedSeconds: number | null;
  /** How many past steps that is the median of. */
  readonly pastSteps: number;
};

/** `notReached`: what is known already would end the publication before. `waits`: for people. */
export type PlannedWork = 'runs' | 'partlyReused' | 'reused' | 'waits' | 'notReached';

export type ReusedWork = {
  readonly kind: 'certification' | 'replica' | 'package';
  /** An artefact's id, with `@region` for a replica; or a package's digest. */
  readonly item: string;
};

/** What the catalogue knows of one artefact's bytes; without a digest they have not been seen as they are now. */
export type KnownArtefact = {
  readonly artefactId: string;
  readonly digest?: string;
  /** The verdict of a report on these bytes that is still valid. */
  readonly verdict?: 'passed' | 'reviewRequired' | 'failed';
  /** Where verified bytes stand. */
  readonly regions: readonly string[];
};

/** How long past steps took, in milliseconds. */
export type PastStep = { readonly medianMs: number; readonly fastestMs: number; readonly count: number };

export type DryRunFacts = {
  readonly pipeline: Pipeline;
  /** Nothing that validation finds keeps it from starting. */
  readonly isValid: boolean;
  readonly artefacts: readonly KnownArtefact[];
  readonly regions: readonly string[];
  /** Of the package that holds this very content. */
  readonly packageDigest?: string;
  /** By step id. */
  readonly history: ReadonlyMap<string, PastStep>;
};

export function dryRun(facts: DryRunFacts): readonly PlannedStep[] {
  const end = facts.pipeline.steps.findIndex((step) => endsAt(step, facts));
  return facts.pipeline.steps.map((step, index) =>
    end !== -1 && index > end ? plannedStep(step, 'notReached', [], undefined) : reachedStep(step, facts),
  );
}

/** Of all that would be done; null when the history says nothing of one of the steps. */
export function estimatedSeconds(steps: readonly PlannedStep[]): number | null {
  const working = steps.filter(({ work }) => work !== 'waits' && work !== 'notReached');
  const known = working.flatMap((step) => step.estimatedSeconds ?? []);
  return known.length === working.length ? known.reduce((sum, seconds) => sum + seconds, 0) : null;
}

function endsAt({ stages }: PipelineStep, { isValid, artefacts }: DryRunFacts): boolean {
  if (stages.includes('validate')) return !isValid;
  return stages.includes('certify') && artefacts.some(({ verdict }) => verdict === 'failed');
}

function reachedStep(step: PipelineStep, facts: DryRunFacts): PlannedStep {
  const past = facts.history.get(step.id);
  // How long a publisher takes to sign off says nothing of the next one; reviewers have their pace.
  if (step.stages.includes('signOff')) return plannedStep(step, 'waits', [], undefined);
  if (step.stages.includes('review')) return plannedStep(step, 'waits', [], past);
  const [reused, of] = reusableIn(step.stages, facts);
  if (reused.length === 0) return plannedStep(step, 'runs', [], past);
  // A step that also does what is never found, such as the test lead, is at work all the same.
  const isAll = reused.length === of && step.stages.length === 1;
  return plannedStep(step, isAll ? 'reused' : 'partlyReused', reused, past);
}

/** What would be found, and out of how many. */
function reusableIn(
  stages: readonly StageName[],
  facts: DryRunFacts,
): readonly [readonly ReusedWork[], number] {
  const { artefacts, regions, packageDigest } = facts;
  if (stages.includes('certify')) {
    const known = artefacts.filter(({ verdict }) => verdict !== undefined);
    return [known.map(({ artefactId }) => ({ kind: 'certification', item: artefactId })), artefacts.length];
  }
  if (stages.includes('replicate')) {
    const known = artefacts.flatMap(({ artefactId, regions: own }) =>
      regions.filter((region) => own.includes(region)).map((region) => `${artefactId}@${region}`),
    );
    return [known.map((item) => ({ kind: 'replica', item })), artefacts.length * regions.length];
  }
  const isPackaged = stages.includes('packageProduct') && packageDigest !== undefined;
  return [isPackaged ? [{ kind: 'package', item: packageDigest }] : [], 1];
}

function plannedStep(
  { id, estimate }: PipelineStep,
  work: PlannedWork,
  ...[reused, past]: readonly [readonly ReusedWork[], PastStep | undefined]
): PlannedStep {
  const millis = work === 'reused' ? past?.fastestMs : past?.medianMs;
  return {
    stepId: id,
    work,
    reused,
    documentedEstimate: estimate,
    estimatedSeconds: millis === undefined ? null : Math.round(millis / 100) / 10,
    pastSteps: past?.count ?? 0,
  };
}
