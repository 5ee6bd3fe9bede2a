import {
  condition,
  defineSignal,
  patched,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { dataQueueBeside } from '../../src/domain/publication/queues';
import { publicationStatusKey } from '../../src/workflows/search-attributes';

type Empty = { readonly nothing: () => Promise<void>; readonly announce: () => Promise<void> };
const goLive = defineSignal('goLive');

/** The publication's commands in its order, without its state, decisions and words: what it would cost to do nothing. */
export async function sameCommands(): Promise<void> {
  const { nothing, announce } = proxyActivities<Empty>({ startToCloseTimeout: 60_000 });
  const images = proxyActivities<Empty>({
    startToCloseTimeout: 60_000,
    taskQueue: dataQueueBeside(workflowInfo().taskQueue),
  });
  const { nothing: record } = proxyLocalActivities<Empty>({ startToCloseTimeout: 60_000 });
  let approved = false;
  setHandler(goLive, () => {
    approved = true;
  });
  const show = (status: string): void => {
    upsertSearchAttributes([{ key: publicationStatusKey, value: status }]);
    setCurrentDetails(status);
  };
  show('running');
  await nothing();
  show('running');
  patched('one-record-a-turn');
  await Promise.all([record(), nothing()]);
  await Promise.all([record(), images.nothing()]);
  await Promise.all([record(), ...Array.from({ length: 4 }, () => images.nothing())]);
  await Promise.all([record(), nothing()]);
  await nothing();
  await Promise.all([record(), nothing()]);
  show('waitingForPublisherReview');
  const mail = announce();
  await record();
  await condition(() => approved, 604_800_000);
  const mails = Promise.all([mail, nothing()]);
  show('running');
  await Promise.all([record(), nothing()]);
  show('succeeded');
  await Promise.all([mails, record(), nothing()]);
}
