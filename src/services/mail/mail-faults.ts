import type { OutgoingMail } from '../ports';

/** One plain mailbox: no list, no display name, no quoting, nothing invisible. */
const addressPattern = /^[^\s@<>()[\],;:"\\\p{C}]{1,64}@[^\s@<>()[\],;:"\\\p{C}]{1,189}$/u;

/** Why a mail must not leave at all; `undefined` when it may. */
export function faultOf({ to, subject, messageId, references = '' }: OutgoingMail): string | undefined {
  if (!addressPattern.test(to)) return 'the recipient is not one plain e-mail address';
  if (/\p{Cc}/u.test(subject)) return 'the subject holds a control character';
  if (/[\p{C}\s]/u.test(messageId + references)) return 'a message id holds a space or control character';
  return undefined;
}
