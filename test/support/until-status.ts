import { setTimeout as pause } from 'node:timers/promises';
import type { OfferStatus, PublicationStatus } from '../../src/domain/publication/status';
import type { PublicationBench } from './publication-worker';

/** Less than a test's own time limit, so that a wait in vain says what was seen last. */
const withinMs = 240_000;

/** Waits until the run says so itself. A busy worker may leave a look unanswered; then it looks again. */
export async function untilStatus(
  { client, offer }: Pick<PublicationBench, 'client' | 'offer'>,
  wanted: OfferStatus | ((status: PublicationStatus) => boolean),
): Promise<PublicationStatus> {
  const isWanted = typeof wanted === 'string' ? ({ status }: PublicationStatus) => status === wanted : wanted;
  const deadline = Date.now() + withinMs;
  let seen: PublicationStatus | undefined;
  let failure: unknown;
  while (Date.now() < deadline) {
    try {
      seen = await client.status(offer);
      if (seen !== undefined && isWanted(seen)) return seen;
    } catch (error) {
      failure = error;
    }
    await pause(50);
  }
  throw new Error(`The run never said what was waited for, but: ${JSON.stringify(seen)}`, { cause: failure });
}
