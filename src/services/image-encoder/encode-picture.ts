import sharp from 'sharp';
import type { PictureFacts, PictureSize } from '../../domain/certification/listing/picture-facts';

export type EncodedPicture =
  | { readonly kind: 'encoded'; readonly png: Buffer; readonly original: PictureFacts }
  | { readonly kind: 'unusable'; readonly detail: string };

/** Enough for any logo or screenshot; a bomb of 50 000 x 50 000 pixels is refused by its header. */
const mostPixels = 25_000_000;

/**
 * Decodes a picture and writes it anew as PNG of exactly this size, so that nothing of the original file but its
 * pixels is ever served. Another shape is fitted in, with transparent margins.
 */
export async function encodePicture(content: Buffer, size: PictureSize): Promise<EncodedPicture> {
  const format = formatOf(content);
  if (format === undefined) return unusable('it is neither PNG, JPEG, GIF nor WebP');
  const picture = sharp(content, { limitInputPixels: mostPixels, failOn: 'error' });
  try {
    const { format: found, autoOrient } = await picture.metadata();
    if (found !== format) return unusable('its content is not what its first bytes say');
    if (autoOrient.width * autoOrient.height > mostPixels) return unusable('it has too many pixels');
    const png = await picture
      .autoOrient()
      .resize({ ...size, fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .timeout({ seconds: 20 })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const { width, height } = autoOrient;
    // What was cut off could not be decoded.
    return { kind: 'encoded', png, original: { format, size: { width, height }, isWhole: true } };
  } catch {
    // The decoder's words are about its own internals; whatever they say, these bytes are no picture for us.
    return unusable('it cannot be decoded');
  }
}

/** By the first bytes, before any decoder sees the content: scripts in SVG never reach one. */
function formatOf(content: Buffer): 'png' | 'jpeg' | 'gif' | 'webp' | undefined {
  const start = content.toString('latin1', 0, 12);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  return /^RIFF[^]{4}WEBP/.test(start) ? 'webp' : undefined;
}

function unusable(detail: string): EncodedPicture {
  return { kind: 'unusable', detail };
}
