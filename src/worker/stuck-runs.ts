import type { ControlActivities } from '../activities/contract';
import { offerKeyOf } from '../domain/offer/ids';
import type { PublicationLog, Runs } from '../services/ports';
import { eachAlthough } from './each-although';

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
  const stuck = await runs.stuck(mostTold);
  // One mailbox or one broken publication must not silence the others.
  await eachAlthough(stuck, 'Some mails about stuck runs were not sent.', async ({ workflowId, cause }) => {
    const offer = offerKeyOf(workflowId);
    const [newest] = offer === undefined ? [] : await publications.listOf(offer);
    if (newest === undefined) return;
    const { publicationId, publisherId, offerId } = newest;
    const about = { publicationId, publisherId, offerId, emails: [], reason: `${workflowId}: ${cause}` };
    await sendMail({ ...about, event: 'stuckRun', number: 1 });
  });
}
