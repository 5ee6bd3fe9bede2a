import type { GuestFacts } from '../../domain/certification/guest-facts-schema';
import type { ImageFacts } from '../../domain/certification/image-facts-schema';
import type { Digests } from '../../services/ports';
import { inspectGuest } from '../guest/inspect-guest';
import { inspectImage } from '../image-inspection';
import type { OpenedImage } from './opened-image';
import { passOnce } from './pass-once';

export type WholeImage = {
  /** SHA-256, lower-case hex. */
  readonly digest: string;
  readonly image: ImageFacts;
  readonly guest: GuestFacts;
};

type Watch = {
  /** How far the pass is, in bytes of the image. */
  readonly at: (bytes: number) => void;
  readonly signal: AbortSignal;
};

/** One pass for the digest and the container's facts, then range reads for what is inside. */
export async function inspectWholeImage(
  { bytes, pass, ranges }: OpenedImage,
  digests: Digests,
  { at, signal }: Watch,
): Promise<WholeImage> {
  const inspection = inspectImage(bytes, digests);
  await passOnce({ ...pass, at, signal }, inspection);
  const { digest, facts } = inspection.finish();
  const guest = await inspectGuest({ disk: ranges, partitions: facts.partitions, signal });
  return { digest, image: facts, guest };
}
