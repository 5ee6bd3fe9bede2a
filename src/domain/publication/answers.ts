import type { Message } from '../text/language';
import type { AcceptedCode } from './accepted-codes';

/**
 * What a publication says to one message. The first answer to a `requestId` is the answer for ever:
 * repeating the message returns it and changes nothing.
 */
export type Answer =
  | { readonly kind: 'accepted'; readonly message: Message }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: Message };

export type RefusalCode =
  'malformed' | 'otherPublication' | 'wrongState' | 'alreadyDecided' | 'alreadyVoted' | 'cancelNotAllowed';

export function accepted(code: AcceptedCode, params: Message['params']): Answer {
  return { kind: 'accepted', message: { code, params } };
}

export function refused(code: RefusalCode, message: Message): Answer {
  return { kind: 'refused', code, message };
}
