import { fillText, type Language, type Params } from '../language';
import { terminalRequests } from './terminal-requests';
import { terminalStatus } from './terminal-status';

/** A text of the terminal: how a publication stands, and what became of what was asked for. */
export const terminalText = (code: TerminalCode, language: Language, params: Params = {}): string =>
  fillText(texts[code], language, params);

export type TerminalCode = keyof typeof texts;

const texts = { ...terminalStatus, ...terminalRequests };
