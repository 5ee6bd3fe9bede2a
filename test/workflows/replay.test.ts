import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KeptHistory, replayProblems } from '../support/replays';
import { scenarios } from './scenarios';

const folder = join(__dirname, 'histories');
const versions = readdirSync(folder);
const filesOf = (version: string): readonly string[] =>
  readdirSync(join(folder, version)).map((file) => join(version, file));

it.each(versions)('replays every history that %s recorded with the code of today', async (version) => {
  await expect(replayProblems(filesOf(version).map(recorded))).resolves.toEqual([]);
});

it('has a recorded history for every way a run can end or be parked', () => {
  const recorded = new Set(
    versions.flatMap(filesOf).map((file) => file.replace(/^.*\//, '').replace('.json', '')),
  );

  expect(scenarios.map(({ name }) => name).filter((name) => !recorded.has(name))).toEqual([]);
});

function recorded(file: string): KeptHistory {
  const history = JSON.parse(readFileSync(join(folder, file), 'utf8')) as RecordedHistory;
  return {
    workflowId: history.events[0]?.workflowExecutionStartedEventAttributes?.workflowId ?? '',
    history,
  };
}

type RecordedHistory = {
  readonly events: readonly {
    readonly workflowExecutionStartedEventAttributes?: { readonly workflowId: string };
  }[];
};
