import { permanentFailure } from './permanent-failure';

/**
 * Errors by which the catalogue says that a slot belongs to somebody else by now: another publication's preview, a
 * newer live version, an ended publication, of which nobody reviews anything either. Waiting changes none of them, and
 * the go-live is otherwise tried for ever.
 */
const refusals = ['ProductionFlipError', 'EndedPublicationError'] as const;

/** Gives up at once on what the catalogue refuses for good; anything else may pass. */
export async function orRefused<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    const refusal = error instanceof Error && refusals.find((name) => name === error.name);
    throw refusal ? permanentFailure(refusal, error.message) : error;
  }
}
