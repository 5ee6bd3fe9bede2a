import type { ControlActivities } from '../activities/contract';
import { overdueStep } from '../domain/publication/overdue';
import type { Clock, PublicationLog } from '../services/ports';

export type OverdueRoles = {
  readonly publications: Pick<PublicationLog, 'atWork'>;
  readonly sendMail: ControlActivities['sendMail'];
  readonly clock: Clock;
};

/** Tells the operator of every step past its estimate; the mail's key makes it one mail a step. */
export async function mailOverdue({ publications, sendMail, clock }: OverdueRoles): Promise<void> {
  const failures: unknown[] = [];
  for await (const { status } of publications.atWork()) {
    const step = overdueStep(status, clock());
    if (step === undefined) continue;
    const { publicationId, publisherId, offerId } = status;
    const number = status.steps.findIndex(({ id }) => id === step) + 1;
    const mail = { publicationId, publisherId, offerId, event: 'overdue', number, emails: [], step } as const;
    // One mailbox or one broken publication must not silence the others.
    await sendMail(mail).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0)
    throw new AggregateError(failures, 'Some mails about overdue steps were not sent.');
}
