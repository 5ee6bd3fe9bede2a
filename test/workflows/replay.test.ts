import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OfferKey, workflowIdOf } from '../../src/domain/offer/ids';
import { type KeptHistory, replayProblems } from '../support/replays';
import { scenarios } from './scenarios';

const folder = join(__dirname, 'histories');
const files = readdirSync(folder).flatMap((version) =>
  readdirSync(join(folder, version)).map((file) => join(version, file)),
);

it('replays every history ever recorded with the code of today', async () => {
  await expect(replayProblems(files.map(recorded))).resolves.toEqual([]);
});

it('has a recorded history for every way a run can end or be parked', () => {
  const recorded = new Set(files.map((file) => file.replace(/^.*\//, '').replace('.json', '')));

  expect(scenarios.map(({ name }) => name).filter((name) => !recorded.has(name))).toEqual([]);
});

function recorded(file: string): KeptHistory {
  const history = JSON.parse(readFileSync(join(folder, file), 'utf8')) as RecordedHistory;
  return { workflowId: workflowIdIn(history), history };
}

type RecordedHistory = {
  readonly events: readonly {
    readonly workflowExecutionStartedEventAttributes?: {
      readonly input: { readonly payloads: readonly { readonly data: string }[] };
    };
  }[];
};

/** A history does not hold its own workflow id, and ours is decided by the offer in the input. */
function workflowIdIn({ events }: RecordedHistory): string {
  const input = events[0]?.workflowExecutionStartedEventAttributes?.input.payloads[0]?.data ?? '';
  return workflowIdOf(JSON.parse(Buffer.from(input, 'base64').toString()) as OfferKey);
}
