import { ApplicationFailure } from '@temporalio/activity';

/**
 * Errors by which the catalogue says that a slot belongs to somebody else by now: another publication's preview, a
 * newer live version, an ended publication. Waiting changes none of them, and the go-live is otherwise tried for ever.
 */
const refusals: ReadonlySet<string> = new Set(['ProductionFlipError', 'EndedPublicationError']);

/** Gives up at once on what the catalogue refuses for good; anything else may pass. */
export async function orRefused<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (!(error instanceof Error) || !refusals.has(error.name)) throw error;
    throw ApplicationFailure.nonRetryable(error.message, error.name);
  }
}
