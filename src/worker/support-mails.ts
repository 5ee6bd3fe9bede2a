import { composeSupportConfirmation, composeSupportMail } from '../domain/text/mails/support-mail';
import type { MailTransport, SupportMail, SupportRequests } from '../services/ports';
import { eachAlthough } from './each-although';

export type SupportMailRoles = {
  readonly supportRequests: Pick<SupportRequests, 'unsentMails' | 'settleMail'>;
  readonly mail: Pick<MailTransport, 'send'>;
  /** Where people reach the pages, without a slash at the end. */
  readonly publicUrl: string;
};

/**
 * Gets the mails about support requests out. What the mail server refuses for good is noted and left; everything
 * else is tried again in the next round. One sent twice (killed in between) carries the same Message-ID.
 */
export async function mailSupportRequests(roles: SupportMailRoles): Promise<void> {
  const unsent = await roles.supportRequests.unsentMails();
  // One mailbox that fails must not silence the others.
  await eachAlthough(unsent, 'Some support requests were not mailed yet.', (waiting) =>
    sendOne(roles, waiting),
  );
}

async function sendOne(
  { supportRequests, mail, publicUrl }: SupportMailRoles,
  waiting: SupportMail,
): Promise<void> {
  const { number, to, language, request } = waiting;
  // Only support reads what was asked: the other address is whichever the asker has named.
  const composed =
    number === 1
      ? composeSupportMail({ ...request, language, site: publicUrl })
      : composeSupportConfirmation({ ...request, language });
  const messageId = `<support.${request.caseNumber}.${number}@${new URL(publicUrl).hostname}>`;
  const answer = await mail.send({ ...composed, messageId, to });
  await supportRequests.settleMail(waiting, answer.kind === 'refused' ? answer.reason : undefined);
}
