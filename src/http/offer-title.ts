import { valueAt } from '../domain/offer/pointer';
import type { OfferRecord } from '../services/ports';

/** What people call an offer; a draft may have no title yet, then its id has to do. */
export function titleOf({ draft, offerId }: OfferRecord): string {
  const named = [
    valueAt(draft, '/definition/offer/microsoft-azure-marketplace.title'),
    valueAt(draft, '/definition/displayText'),
  ];
  const title = named.find((name) => typeof name === 'string' && name.trim() !== '');
  return typeof title === 'string' ? title.slice(0, 200) : offerId;
}
