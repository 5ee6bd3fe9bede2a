import { condition } from '@temporalio/workflow';
import type { PublicationRun } from '../run';
import type { Stage } from './stage';

/** Publishing goes on once somebody is known who gets the notices (P5); after the patience the run ends canceled. */
export const awaitAddress: Stage = async (run) => {
  if (hasAddress(run)) return undefined;
  run.say('address.waiting');
  run.record();
  const { addressReminderEveryMs = 0, addressWithinMs = 0 } = run.status.pipeline?.patience ?? {};
  for (let waited = 0, reminders = 0; waited < addressWithinMs; waited += addressReminderEveryMs) {
    const pause = Math.min(addressReminderEveryMs, addressWithinMs - waited);
    if (await condition(() => hasAddress(run), pause, { summary: 'Waiting for notificationEmails' }))
      return undefined;
    run.say('address.reminded', { number: ++reminders });
    run.mailbox.send('addressMissing');
    run.record();
  }
  run.say('address.missing', { days: Math.round(addressWithinMs / 86_400_000) }, 'error');
  return { outcome: 'canceled' };
};

const hasAddress = (run: PublicationRun): boolean => run.status.notificationEmails.length > 0;
