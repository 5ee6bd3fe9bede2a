import type { Digests } from '../services/ports';

export type HashRole = { readonly digests: Digests };

/** SHA-256 of a whole content, lower-case hex. */
export function sha256Of(digests: Digests, content: string | Buffer): string {
  const running = digests.sha256();
  running.update(Buffer.from(content));
  return running.digest();
}
