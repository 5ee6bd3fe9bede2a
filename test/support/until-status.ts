import { setTimeout as pause } from 'node:timers/promises';
import type { OfferStatus, PublicationStatus } from '../../src/domain/publication/status';
import type { PublicationBench } from './publication-worker';

/** Waits until the run says so itself. The test's own time limit ends a wait that is in vain. */
export async function untilStatus(
  { client, offer }: Pick<PublicationBench, 'client' | 'offer'>,
  wanted: OfferStatus | ((status: PublicationStatus) => boolean),
): Promise<PublicationStatus> {
  for (;;) {
    const status = await client.status(offer);
    if (status !== undefined && (typeof wanted === 'string' ? status.status === wanted : wanted(status)))
      return status;
    await pause(50);
  }
}
