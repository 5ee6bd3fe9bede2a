import { Worker } from '@temporalio/worker';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OfferKey, workflowIdOf } from '../../src/domain/offer/ids';
import { payloadConverterPath, prebuiltWorkflowBundle } from '../../src/worker/workflow-bundle';
import { scenarios } from './scenarios';

const folder = join(__dirname, 'histories');
const files = readdirSync(folder).flatMap((version) =>
  readdirSync(join(folder, version)).map((file) => join(version, file)),
);

it.each(files)('replays %s with the code of today', async (file) => {
  const history = JSON.parse(readFileSync(join(folder, file), 'utf8')) as RecordedHistory;
  const codePath = await prebuiltWorkflowBundle(
    join(tmpdir(), `offer-publication-bundles-${process.getuid?.()}`),
  );
  const options = { workflowBundle: { codePath }, dataConverter: { payloadConverterPath } };

  await expect(Worker.runReplayHistory(options, history, workflowIdIn(history))).resolves.toBeUndefined();
});

it('has a recorded history for every way a run can end or be parked', () => {
  const recorded = new Set(files.map((file) => file.replace(/^.*\//, '').replace('.json', '')));

  expect(scenarios.map(({ name }) => name).filter((name) => !recorded.has(name))).toEqual([]);
});

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
