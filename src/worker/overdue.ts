import type { ControlActivities } from '../activities/contract';
import { overdueStep } from '../domain/publication/overdue';
import type { Clock, PublicationLog } from '../services/ports';
import { eachAlthough } from './each-although';

export type OverdueRoles = {
  readonly publications: Pick<PublicationLog, 'atWork'>;
  readonly sendMail: ControlActivities['sendMail'];
  readonly clock: Clock;
};

/** Tells the operator of every step past its estimate; the mail's key makes it one mail a step. */
export async function mailOverdue({ publications, sendMail, clock }: OverdueRoles): Promise<void> {
  // One mailbox or one broken publication must not silence the others.
  await eachAlthough(
    publications.atWork(),
    'Some mails about overdue steps were not sent.',
    async ({ status }) => {
      const step = overdueStep(status, clock());
      if (step === undefined) return;
      const { publicationId, publisherId, offerId } = status;
      const number = status.steps.findIndex(({ id }) => id === step) + 1;
      const mail = {
        publicationId,
        publisherId,
        offerId,
        event: 'overdue',
        number,
        emails: [],
        step,
      } as const;
      await sendMail(mail);
    },
  );
}
