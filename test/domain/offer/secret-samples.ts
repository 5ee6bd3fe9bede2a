import type { OfferDocument } from '../../../src/domain/offer/document';

export const blob = 'https://acct.blob.core.windows.net/vhds/web.vhd';

export const sas = 'sv=2019&sr=c&sp=rl&sig=CANARY%3D';

export const connection = 'DefaultEndpointsProtocol=https;AccountName=leads;AccountKey=CANARY==';

/** Names for secrets that are taken out, in order. */
export const mintFrom = (): (() => string) => {
  let count = 0;
  return () => `id-${(count += 1)}`;
};

export function documentWith(offer: Record<string, unknown>, plans: readonly unknown[] = []): OfferDocument {
  return { id: 'linux-vm', definition: { offer, plans } };
}
