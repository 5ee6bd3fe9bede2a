import type { ClientAnswer } from '../../../client';
import type { CommandName } from '../../../domain/publication/commands';
import { refusalMessage } from '../../refusals/refusal';
import type { Notice } from './view';

type Malformed = Extract<ClientAnswer, { kind: 'refused' }>;

/** What a reader is told of the answer to a form. */
export function noticeOf(
  answer: ClientAnswer,
  name: CommandName,
  about: Parameters<typeof refusalMessage>[2],
): Notice {
  switch (answer.kind) {
    case 'accepted':
      return { kind: 'accepted', message: answer.message };
    case 'pending':
      return { kind: 'pending', why: answer.why };
    case 'refused':
    case 'noPublication':
      return {
        kind: 'refused',
        message: refusalMessage(answer, name, about),
        status: isMalformed(answer) ? 422 : 409,
      };
  }
}

/** Wrong in every state: to be corrected where it was typed. */
export const isMalformed = (answer: ClientAnswer): answer is Malformed =>
  answer.kind === 'refused' && answer.code === 'malformed';
