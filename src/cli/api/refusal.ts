import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import type { ApiAnswer } from './call';
import { readError } from './read-error';

/** A refusal in the API's own words, which say what to do, with what pipelines branch on. */
export function refusalOf({ status, body }: ApiAnswer): CliFailure {
  const { code, message, details } = readError(body);
  const exitCode = exitCodeOfCode(code) ?? exitCodeOfStatus(status);
  return new CliFailure(exitCode, inCommands(message), { code, details });
}

/** The API says how to save a draft with a call of its own. */
const inCommands = (message: string): string =>
  message.replace(
    /\bPUT (?:its address|\/api\/publishers\/[\w-]+\/offers\/[\w-]+)\.$/,
    'offer put offer.json',
  );

/** Of reasons whose status says less than they do. */
function exitCodeOfCode(code: string): number | undefined {
  switch (code) {
    case 'IdempotencyKeyReused':
      return exitCodes.conflict;
    default:
      return undefined;
  }
}

/** 429 and most of 5xx are trouble, not refusals, and never get here. */
function exitCodeOfStatus(status: number): number {
  switch (status) {
    case 409:
    case 412:
    case 428:
      return exitCodes.conflict;
    case 422:
      return exitCodes.validation;
    case 501:
      return exitCodes.ourFault;
    default:
      return exitCodes.usage;
  }
}
