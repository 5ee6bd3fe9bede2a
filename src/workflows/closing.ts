import { ApplicationFailure, allHandlersFinished, condition, patched } from '@temporalio/workflow';
import type { Finding } from '../domain/certification/finding';
import type { PublicationFact } from '../domain/publication/events';
import type { Link, Outcome } from '../domain/publication/status';
import { withdrawal } from './activity-proxies';
import { toldReasonOf } from './failures';
import type { PublicationRun } from './run';
import type { StoryEnd } from './steps/stage';

/** What the run completes with; `findings` are at most 10 of `findingCount`, the report holds all. */
export type PublicationResult = {
  readonly outcome: Outcome;
  readonly publicationId?: string;
  readonly offerVersion?: number;
  readonly findings?: readonly Finding[];
  readonly findingCount?: number;
  readonly reportId?: string;
  readonly liveLinks?: readonly Link[];
};

/** Cleans up, tells the publisher, closes the log. Runs where nothing can cancel it. */
export async function close(run: PublicationRun, end: StoryEnd): Promise<PublicationResult> {
  const { outcome, ownFault, ...found } = end;
  if (outcome === 'canceled') await takeBack(run);
  if (outcome === 'rejected') await withdraw(run, outcome);
  run.emit([ownFault === undefined ? { kind: 'ended', outcome } : gaveUp(ownFault)]);
  if (outcome === 'live') run.mailbox.send('live');
  if (outcome === 'canceled') run.mailbox.send('canceled');
  run.record();
  await run.settle();
  await condition(allHandlersFinished);
  // A message of the very task that closes the run is told, too.
  while (run.isUnrecorded && patched('told-to-the-last')) await run.settle();
  if (ownFault !== undefined) throw ApplicationFailure.nonRetryable(ownFault, 'OwnFault', found);
  const { publicationId, offerVersion, liveLinks } = run.status;
  return {
    outcome,
    publicationId,
    ...(offerVersion === null ? {} : { offerVersion }),
    ...found,
    ...(outcome === 'live' ? { liveLinks } : {}),
  };
}

const gaveUp = (reason: string): PublicationFact => ({
  kind: 'gaveUp',
  message: { code: 'failure.own', params: { activity: '', reason } },
});

/** Nothing is accepted any more from here on: what is taken back must not be decided about. */
async function takeBack(run: PublicationRun): Promise<void> {
  if (run.status.cancellation !== 'cancelRequested') {
    // No accepted cancel message: Temporal's own cancellation, or nobody gave an address in time.
    if (run.status.notificationEmails.length > 0) run.say('cancel.byOperator');
    run.emit([{ kind: 'cancelRequested', actor: 'operator' }]);
  }
  run.record();
  await withdraw(run, 'canceled');
}

async function withdraw(run: PublicationRun, outcome: Outcome): Promise<void> {
  if (run.status.offerVersion === null) return;
  // What is not decided as far as our records know is withdrawn: they have to know first.
  if (run.beside.isBusy) await run.beside.settled();
  try {
    await withdrawal.withdraw.executeWithOptions(
      { activityId: 'withdraw', summary: 'Withdraw the preview and release replicas' },
      [{ ...run.ref, outcome }],
    );
  } catch (failure) {
    // The sweep collects what is left; the publisher must not wait for it.
    run.say('failure.dependency', { activity: 'withdraw', reason: toldReasonOf(failure) }, 'warning');
  }
}
