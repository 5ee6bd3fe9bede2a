import { ApplicationFailure } from '@temporalio/activity';
import { currentStepOf } from '../domain/publication/current-step';
import { isStillSo, isTold } from '../domain/text/mails/mail-readiness';
import { type ComposedMail, recipientsOf } from '../domain/text/mails/mails';
import type { MailTransport, SentMails } from '../services/ports';
import type { ControlActivities, MailInput } from './contract';
import { type MailContentRoles, type Told, mailAbout, publicationTold } from './mail-content';
import { permanentFailure } from './permanent-failure';

export type MailRoles = MailContentRoles & {
  readonly sentMails: SentMails;
  readonly mail: Pick<MailTransport, 'send'>;
  readonly operatorEmail: string;
  readonly reviewersEmail: string;
};

/**
 * One mail to each recipient of an event, under a Message-ID that repeating does not change; none about what is over
 * when it is written.
 */
export const sendMailActivities = (roles: MailRoles): Pick<ControlActivities, 'sendMail'> => ({
  async sendMail(input) {
    const recipients = addressesOf(roles, input);
    if (recipients.length === 0) return;
    const told = await publicationTold(roles, input);
    requireTold(input, told);
    if (!isStillSo(input.event, told.status)) return;
    const mail = await mailAbout(roles, input, told);
    const results = await Promise.all(recipients.map((to) => sendOnce(roles, { input, to, mail })));
    report(results);
  },
});

function addressesOf(
  { operatorEmail, reviewersEmail }: MailRoles,
  { event, emails }: MailInput,
): readonly string[] {
  switch (recipientsOf(event)) {
    case 'publisher':
      return [...new Set(emails)];
    case 'reviewers':
      return [reviewersEmail];
    case 'operator':
      return [operatorEmail];
  }
}

type Result = Sent | Unsent;
type Sent = { readonly kind: 'sent' };
type Unsent = { readonly kind: 'refused' | 'failed'; readonly to: string; readonly reason: unknown };

/** Never throws, so that trouble with one recipient keeps nobody else from being told. */
async function sendOnce(
  { sentMails, mail: transport }: MailRoles,
  { input, to, mail }: { readonly input: MailInput; readonly to: string; readonly mail: ComposedMail },
): Promise<Result> {
  try {
    const key = `${input.publicationId}/${input.event}/${input.number}/${to}`;
    const { messageId, sentAt, threadId } = await sentMails.prepare(key, input.publicationId);
    if (sentAt !== null) return { kind: 'sent' };
    const answer = await transport.send({
      ...mail,
      messageId,
      to,
      ...(threadId === null ? {} : { references: threadId }),
    });
    if (answer.kind === 'refused') return { kind: 'refused', to, reason: answer.reason };
    await sentMails.markSent(key);
    return { kind: 'sent' };
  } catch (reason) {
    return { kind: 'failed', to, reason };
  }
}

/** What may pass is thrown as it came, and tried again; what is refused for good is named and left. */
function report(results: readonly Result[]): void {
  const unsent = results.filter((result) => result.kind !== 'sent');
  const failed = unsent.find(({ kind }) => kind === 'failed');
  if (failed !== undefined) throw failed.reason;
  if (unsent.length === 0) return;
  const refused = unsent.map(({ to, reason }) => `${to} was refused: ${String(reason)}`);
  throw permanentFailure('MailRefused', refused.join('; '));
}

function requireTold({ event, number, step, publicationId }: MailInput, { status }: Told): void {
  if (isTold({ event, number, step: step ?? currentStepOf(status) }, status)) return;
  throw ApplicationFailure.retryable(
    `The log of publication ${publicationId} does not tell about "${event}" yet; it is written at the same time.`,
    'LogBehind',
  );
}
