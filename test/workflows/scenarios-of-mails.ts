import { activityInfo, ApplicationFailure } from '@temporalio/activity';
import type { WorkflowHandle } from '@temporalio/client';
import {
  type FakePublicationActivities,
  fakePublicationActivities,
} from '../fakes/fake-publication-activities';
import type { PublicationBench } from '../support/publication-worker';
import { until } from '../support/until';
import { toEnd } from './plays';
import { invalid, type Scenario } from './scenario';

/** A mail server that is away when a publication ends, and what becomes of the mail in a run of its own. */
export const mailScenarios: readonly Scenario[] = [
  { name: 'failed-validation-while-mail-away', activities: () => mailServer(delivers), play: toEnd },
  {
    name: 'mail-delivered-late',
    activities: () => mailServer(delivers),
    play: (bench) => toEnd(bench).then(() => ended(bench)),
    kept: delivery,
  },
  {
    name: 'mail-refused-late',
    activities: () => mailServer(refuses),
    play: (bench) => toEnd(bench).then(() => ended(bench)),
    kept: delivery,
  },
  {
    name: 'mail-canceled-by-operator',
    activities: () => mailServer(isAway),
    play: (bench) => toEnd(bench).then(() => canceled(bench)),
    kept: delivery,
  },
  {
    name: 'mail-parked-while-mail-away',
    activities: () => mailServer(isAway),
    play: (bench) => toEnd(bench).then(() => delivery(bench)),
    kept: delivery,
  },
];

const delivers = (): Promise<void> => Promise.resolve();
const refuses = (): Promise<void> =>
  Promise.reject(ApplicationFailure.nonRetryable('ann@contoso.com was refused: 550', 'MailRefused'));
const isAway = (): Promise<void> => Promise.reject(new Error('connect ECONNREFUSED'));

/** Away as long as the publication tries itself. */
function mailServer(later: () => Promise<void>): FakePublicationActivities {
  return fakePublicationActivities({
    ...invalid,
    sendMail: () => (activityInfo().workflowType === 'mailDelivery' ? later() : isAway()),
  });
}

async function delivery({ client, temporal, offer }: PublicationBench): Promise<WorkflowHandle> {
  const { publicationId } = await client.result(offer);
  return temporal.workflow.getHandle(`mail.${publicationId}.validationFailed.1`);
}

async function ended(bench: PublicationBench): Promise<unknown> {
  const handle = await delivery(bench);
  return handle.result().catch(() => undefined);
}

async function canceled(bench: PublicationBench): Promise<unknown> {
  const handle = await delivery(bench);
  await until('the mail has been tried', async () => {
    const { raw } = await handle.describe();
    return raw.pendingActivities?.some(({ lastFailure }) => lastFailure);
  });
  await handle.cancel();
  return ended(bench);
}
