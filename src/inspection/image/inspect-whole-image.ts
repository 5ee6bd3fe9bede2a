import type { GuestFacts } from '../../domain/certification/guest-facts-schema';
import type { ImageFacts } from '../../domain/certification/image-facts-schema';
import type { Digests } from '../../services/ports';
import { inspectGuest } from '../guest/inspect-guest';
import { inspectImage } from '../image-inspection';
import type { OpenedImage } from './opened-image';
import { passOnce } from './pass-once';

export type InspectedContainer = {
  /** SHA-256, lower-case hex. */
  readonly digest: string;
  readonly image: ImageFacts;
};

export type WholeImage = InspectedContainer & { readonly guest: GuestFacts };

type Watch = {
  /** How far the pass is, in bytes of the image. */
  readonly at: (bytes: number) => void;
  readonly signal: AbortSignal;
};

/** One pass for the digest and the container's facts, then range reads for what is inside. */
export async function inspectWholeImage(
  opened: OpenedImage,
  digests: Digests,
  watch: Watch,
): Promise<WholeImage> {
  const { digest, image } = await inspectContainer(opened, digests, watch);
  const { partitions } = image;
  const guest = await inspectGuest({ disk: opened.ranges, partitions, signal: watch.signal });
  return { digest, image, guest };
}

/** The pass alone: no machine starts from a data disk, so nobody looks into it. */
export async function inspectContainer(
  { bytes, pass }: OpenedImage,
  digests: Digests,
  { at, signal }: Watch,
): Promise<InspectedContainer> {
  const inspection = inspectImage(bytes, digests);
  await passOnce({ ...pass, at, signal }, inspection);
  const { digest, facts } = inspection.finish();
  return { digest, image: facts };
}
