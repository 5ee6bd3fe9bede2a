import type { Context } from 'hono';
import { type Identity, may } from '../../domain/access/identity';
import type { OfferKey } from '../../domain/offer/ids';
import { type ReviewSide, sideOf } from '../../domain/review/thread';
import { identityOf } from '../access/identity';

/** Who speaks in a thread, and for which side. */
export function speakerOf(
  context: Context,
  { publisherId }: OfferKey,
): { readonly actor: string; readonly side: ReviewSide } {
  const identity = identityOf(context);
  return { actor: identity.actor, side: sideOf(identity, publisherId) };
}

/** Reviewers, and those of the publisher who could mend what is asked about. */
export const mayAnswer = (identity: Identity, { publisherId }: OfferKey): boolean =>
  may(identity, 'review', publisherId) || may(identity, 'edit', publisherId);
