import type { OfferKey } from '../../domain/offer/ids';
import type { LiveCheck } from '../../domain/product-page/live-check';
import type { Manifest, ProductPage, Signature } from '../../domain/product-page/product-page';

export type PackageRecord = {
  readonly packageDigest: string;
  readonly manifest: Manifest;
  readonly page: ProductPage;
  readonly signature: Signature;
  readonly createdAt: string;
};

export type Packages = {
  /** Content-addressed; saving the same package again keeps the first. */
  save: (content: Omit<PackageRecord, 'createdAt'>) => Promise<PackageRecord>;
  find: (packageDigest: string) => Promise<PackageRecord | undefined>;
};

/** Compares everything that is live with what was signed. */
export type LiveChecker = { check: (offer: OfferKey, signal?: AbortSignal) => Promise<LiveCheck> };
