import type { Context } from 'hono';
import type { PackageRecord } from '../../services/ports';
import type { AppDeps } from '../deps';

const largestImage = 16 * 1024 * 1024;

/** A picture of exactly this package; other digests in staging stay out of reach. */
export async function imageOf(
  { staging }: AppDeps,
  context: Context,
  { manifest }: PackageRecord,
): Promise<Response> {
  const digest = (context.req.param('image') ?? '').replace(/\.png$/, '');
  const image = manifest.images.find((each) => each.digest === digest);
  if (image === undefined || image.bytes > largestImage) return context.notFound();
  const content = await staging.read(digest, 0, image.bytes);
  return context.body(new Uint8Array(content), 200, {
    'Content-Type': 'image/png',
    'Content-Length': String(image.bytes),
    'Cache-Control': 'private, max-age=86400, immutable',
  });
}
