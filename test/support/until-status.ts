import type { OfferStatus, PublicationStatus } from '../../src/domain/publication/status';
import type { PublicationBench } from './publication-worker';
import { until } from './until';

/** Less than a test's own time limit, so that a wait in vain says what was seen last. */
const withinMs = 240_000;

/** Waits until the run says so itself. A busy worker may leave a look unanswered; then it looks again. */
export function untilStatus(
  { client, offer }: Pick<PublicationBench, 'client' | 'offer'>,
  wanted: OfferStatus | ((status: PublicationStatus) => boolean),
): Promise<PublicationStatus> {
  const isWanted = typeof wanted === 'string' ? ({ status }: PublicationStatus) => status === wanted : wanted;
  let seen: PublicationStatus | undefined;
  const look = async (): Promise<PublicationStatus | false> => {
    seen = await client.status(offer);
    return seen !== undefined && isWanted(seen) && seen;
  };
  return until(() => `the run says what is waited for; it said ${JSON.stringify(seen)}`, look, withinMs);
}
