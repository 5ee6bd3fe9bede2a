import type { OfferKey } from '../../domain/offer/ids';
import type { Signature } from '../../domain/product-page/product-page';

export type Signer = {
  readonly keyId: string;
  sign: (content: Uint8Array) => Signature;
  verify: (content: Uint8Array, signature: Signature) => boolean;
  /** Key id -> PEM of every public key, old ones too. */
  publicKeys: () => Readonly<Record<string, string>>;
};

/** Who may see a preview: one subscription of one offer's allow-list. */
export type PreviewGrant = OfferKey & { readonly subscriptionId: string };

/** Signed, expiring permissions to see one offer's preview. */
export type PreviewTokens = {
  issue: (grant: PreviewGrant, expires: Date) => Promise<string>;
  /** Undefined for anything but an unexpired token of ours for exactly this offer. The allow-list is the caller's to check. */
  read: (token: string, offer: OfferKey, now: Date) => Promise<PreviewGrant | undefined>;
};

/** Who may fetch the files of one package: customers of a live offer, or one subscription that sees its preview. */
export type ArtefactGrant = OfferKey & { readonly digest: string; readonly subscriptionId?: string };

/** Signed, expiring permissions that stand in an address, so that what lies beside a file is found by relative links. */
export type ArtefactTokens = {
  issue: (grant: ArtefactGrant, expires: Date) => Promise<string>;
  /** Undefined for anything but an unexpired token of ours. Whether it still holds is the caller's to check. */
  read: (token: string, now: Date) => Promise<ArtefactGrant | undefined>;
};
