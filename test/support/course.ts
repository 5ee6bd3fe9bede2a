import { randomUUID } from 'node:crypto';
import type { PublicationResult } from '../../src/client';
import type { OfferKey } from '../../src/domain/offer/ids';
import type { PublicationStatus } from '../../src/domain/publication/status';
import type { RealSystem } from './real-system';
import { until } from './until';

export const atSignOff = ({ status }: PublicationStatus): boolean => status === 'waitingForPublisherReview';
export const hasEnded = ({ endedAt }: PublicationStatus): boolean => endedAt !== null;

/** Waits for sign-off, signs off whatever is down at that moment, and waits until the run has closed. */
export async function seeThrough(
  system: RealSystem,
  publicationId: string,
  offer = system.offer,
): Promise<PublicationStatus> {
  const { untilLogged } = system;
  await untilLogged(publicationId, (status) => atSignOff(status) || hasEnded(status));
  await goLive(system, offer);
  await untilClosed(system, offer);
  return untilLogged(publicationId, hasEnded);
}

/** How the run ended, whatever is down meanwhile. */
export const untilClosed = (
  { client }: Pick<RealSystem, 'client'>,
  offer: OfferKey,
): Promise<PublicationResult> => until('the run closes', () => client.result(offer));

export const goLive = ({ client }: Pick<RealSystem, 'client'>, offer: OfferKey): Promise<void> =>
  insist((requestId) => client.goLive(offer, { actor: 'ann', requestId }));

export const approve = ({ client }: Pick<RealSystem, 'client'>, offer: OfferKey): Promise<void> =>
  insist((requestId) => client.reviewDecision(offer, { actor: 'rita', decision: 'approve', requestId }));

/**
 * As people do: an unanswered message is sent again as the same one, a refused one as a new one. (The log may show what the
 * run waits for an instant before the run holds it for good; a worker killed then makes the message an early one.)
 */
export async function insist(say: (requestId: string) => Promise<{ readonly kind: string }>): Promise<void> {
  let requestId = randomUUID();
  await until('the message is accepted', async () => {
    const { kind } = await say(requestId);
    if (kind === 'refused') requestId = randomUUID();
    return kind === 'accepted';
  });
}
