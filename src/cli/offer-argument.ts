import { type OfferKey, isId } from '../domain/offer/ids';
import { exitCodes } from './exit-codes';
import { CliFailure } from './failure';
import { localStack } from './local-stack';
import type { Surroundings } from './surroundings';

export const offerArgument = '[offer...]';
export const offerArgumentHelp = '<publisher>/<offer>; without one, the offer of the running local stack';

/** `contoso/linux-vm`, or the same in two words as mails have it. */
export function offerOf(words: readonly string[], surroundings: Surroundings): OfferKey {
  const text = words.length > 0 ? words.join('/') : localStack(surroundings)?.offer;
  if (text === undefined) {
    throw new CliFailure(
      exitCodes.usage,
      'Name the offer: <publisher>/<offer>, for example contoso/linux-vm.',
    );
  }
  const [publisherId, offerId, ...rest] = text.split('/');
  if (isId(publisherId) && isId(offerId) && rest.length === 0) return { publisherId, offerId };
  throw new CliFailure(
    exitCodes.usage,
    `"${text}" does not name an offer. Write <publisher>/<offer>: lower-case letters, digits, "-" and "_", for example contoso/linux-vm.`,
  );
}

export const nameOf = ({ publisherId, offerId }: OfferKey): string => `${publisherId}/${offerId}`;
