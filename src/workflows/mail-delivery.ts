import type { MailInput } from '../activities/contract';
import { patientMailing } from './activity-proxies';

/**
 * Delivers one mail for as long as it takes, in a run of its own, so that a mail server that is down keeps no
 * ended publication open and nobody from publishing again. Fails when the mail could not be delivered in days.
 */
export async function mailDelivery(mail: MailInput): Promise<void> {
  await patientMailing.sendMail.executeWithOptions(
    { activityId: 'send', summary: `Mail "${mail.event}" of ${mail.publisherId}/${mail.offerId}` },
    [mail],
  );
}
