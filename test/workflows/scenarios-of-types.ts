import { type OfferTypeId, offerTypeIds } from '../../src/domain/offer/document';
import { type OfferKind, stagedKinds } from '../../src/domain/offer/kind';
import type { Pipeline, StageName } from '../../src/domain/publication/pipeline';
import { pipelineOf } from '../../src/domain/publication/pipelines';
import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { type Ending, endings } from './endings';
import { type Scenario, wordsAlone } from './scenario';

/** One row of the table of pipelines, and what its scenarios' names begin with. */
type Row = {
  readonly prefix: string;
  readonly offerType: OfferTypeId;
  readonly pipeline: Pipeline;
  /** Something to certify. */
  readonly hasBytes: boolean;
};

const prefixes: Readonly<Record<string, string>> = {
  'microsoft-azure-virtualmachines/publish': '',
  'microsoft-azure-applications/publish': 'application-',
  'staged-offer/virtual-machine': 'staged-machine-',
  'staged-offer/developer-service': 'staged-service-',
  'staged-offer/data-service': 'staged-data-service-',
  'staged-offer/solution-template': 'staged-template-',
  'consulting-services/publish': 'consulting-',
};
const words: readonly OfferKind[] = ['developer-service', 'data-service'];

/** Every row; one without a name throws. */
const rows = offerTypeIds.flatMap((offerType) =>
  (['publish', ...stagedKinds] as const).flatMap((kind): readonly Row[] => {
    const pipeline = pipelineOf(offerType, kind);
    if (pipeline === undefined) return [];
    const prefix = prefixes[`${offerType}/${kind}`];
    if (prefix === undefined) throw new Error(`Scenarios of ${offerType}, ${kind} have no name.`);
    return [{ prefix, offerType, pipeline, hasBytes: !words.includes(kind) }];
  }),
);

/**
 * Every way every type can end or be parked, once: where two types do the same from the start to there, the history of the
 * first stands for both.
 */
export const typeScenarios: readonly Scenario[] = rows
  .flatMap((row) =>
    endings.filter(({ at }) => orderOf(row).includes(at)).map((ending) => [row, ending] as const),
  )
  .filter(([row, ending], index, all) => {
    const first = all.findIndex(
      ([other, its]) => its === ending && courseOf(other, its) === courseOf(row, ending),
    );
    return first === index;
  })
  .map(([row, ending]) => scenarioOf(row, ending));

/** By steps: what is done in a step of its own is brought to the log on its own. */
function stagesOf({ pipeline, hasBytes }: Row): readonly (readonly StageName[])[] {
  return pipeline.steps.map(({ stages }) => stages.filter((stage) => hasBytes || stage !== 'certify'));
}

function orderOf(row: Row): readonly StageName[] {
  return stagesOf(row).flat();
}

/** The same for two rows whose histories of this ending differ in names only. */
function courseOf(row: Row, { at, differsBy }: Ending): string {
  const order = orderOf(row);
  switch (differsBy) {
    case 'nothing':
      return '';
    case 'path': {
      const path = JSON.stringify(stagesOf(row));
      return path.slice(0, path.indexOf(`"${at}"`));
    }
    case 'next':
      return order[order.indexOf('signOff') + 1] ?? '';
    case 'reviews':
      return `${order.includes('review')} ${order.indexOf('review') < order.indexOf('signOff')}`;
  }
}

function scenarioOf({ prefix, offerType, pipeline, hasBytes }: Row, ending: Ending): Scenario {
  const { name, play, change = (same) => same, overrides } = ending;
  return {
    name: `${prefix}${name}`,
    activities: () =>
      fakePublicationActivities(
        { ...(hasBytes ? {} : wordsAlone), ...overrides?.() },
        change(pipeline),
        offerType,
      ),
    play,
  };
}
