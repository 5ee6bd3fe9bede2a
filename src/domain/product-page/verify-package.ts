import { canonicalJson } from './canonical-json';
import type { LiveCheckItem } from './live-check';
import type { Manifest, ProductPage, Signature } from './product-page';

export type SignedPackage = {
  readonly packageDigest: string;
  readonly manifest: Manifest;
  readonly page: ProductPage;
  readonly signature: Signature;
};

/** Hashing and signatures come from outside; the domain has no crypto. */
export type Proofs = {
  /** Lower-case hex. */
  readonly sha256: (text: string) => string;
  readonly isSigned: (text: string, signature: Signature) => boolean;
};

/** Compares a stored package with its own name, its page's digest and its signature. */
export function verifyPackage(
  content: SignedPackage,
  { sha256, isSigned }: Proofs,
): readonly LiveCheckItem[] {
  const { packageDigest, manifest, page, signature } = content;
  const text = canonicalJson(manifest);
  const signed = isSigned(text, signature);
  return [
    compared('manifest', packageDigest, sha256(text)),
    compared('page', manifest.pageDigest, sha256(canonicalJson(page))),
    {
      name: 'signature',
      subject: packageDigest,
      ok: signed,
      expected: 'signed',
      actual: signed ? 'signed' : `not signed by key ${signature.keyId}`,
    },
  ];
}

function compared(name: 'manifest' | 'page', expected: string, actual: string): LiveCheckItem {
  return { name, subject: expected, ok: expected === actual, expected, actual };
}
