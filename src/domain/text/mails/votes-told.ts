import type { MailEvent } from './mail-event';

/** The message that tells what a mail about votes is about. */
export const votesTold: Readonly<Partial<Record<MailEvent, string>>> = {
  goLiveVoted: 'goLive.voted',
  goLiveScheduled: 'goLive.scheduled',
  goLiveWithdrawn: 'goLive.withdrawn',
};
