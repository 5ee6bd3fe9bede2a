import type { Proofs } from '../domain/product-page/verify-package';
import type { Digests, Signer } from '../services/ports';
import { sha256Of } from './sha256-of';

export type ProofRoles = { readonly digests: Digests; readonly signer: Pick<Signer, 'verify'> };

/** How the domain checks a package here: UTF-8 of the text, our keys. */
export const proofs = ({ digests, signer }: ProofRoles): Proofs => ({
  sha256: (text) => sha256Of(digests, text),
  isSigned: (text, signature) => signer.verify(Buffer.from(text), signature),
});
