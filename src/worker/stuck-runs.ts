import type { ControlActivities } from '../activities/contract';
import { offerKeyOf } from '../domain/offer/ids';
import type { PublicationLog, Runs } from '../services/ports';

export type StuckRoles = {
  readonly runs: Pick<Runs, 'stuck'>;
  readonly publications: Pick<PublicationLog, 'listOf'>;
  readonly sendMail: ControlActivities['sendMail'];
};

/** The others are told of once these are mended: so many have one cause. */
const mostTold = 20;

/**
 * Tells the operator of runs that cannot go on, as nobody else will: one parked at sign-off looks like any other. The
 * mail's key makes it one mail a publication.
 */
export async function mailStuckRuns({ runs, publications, sendMail }: StuckRoles): Promise<void> {
  const failures: unknown[] = [];
  for (const { workflowId, cause } of await runs.stuck(mostTold)) {
    const offer = offerKeyOf(workflowId);
    const [newest] = offer === undefined ? [] : await publications.listOf(offer);
    if (newest === undefined) continue;
    const { publicationId, publisherId, offerId } = newest;
    const about = { publicationId, publisherId, offerId, emails: [], reason: `${workflowId}: ${cause}` };
    // One mailbox or one broken publication must not silence the others.
    await sendMail({ ...about, event: 'stuckRun', number: 1 }).catch((error: unknown) =>
      failures.push(error),
    );
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some mails about stuck runs were not sent.');
}
