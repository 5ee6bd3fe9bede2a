import type {
  PictureFacts,
  PictureFormat,
  PictureSize,
} from '../../domain/certification/listing/picture-facts';
import type { PictureHeader } from './picture-header';
import { readJpeg } from './read-jpeg';
import { readPng } from './read-png';

/**
 * What a file shows of itself in its headers; no decoder is run, so that it takes no time and nothing can explode.
 * Never throws, whatever the bytes are.
 */
export function readPicture(bytes: Uint8Array): PictureFacts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = formatOf(file);
  return { format, ...readers[format](file) };
}

const readers: Readonly<Record<PictureFormat, (file: Buffer) => PictureHeader>> = {
  png: readPng,
  jpeg: readJpeg,
  gif: readGif,
  webp: readWebp,
  svg: () => unread,
  html: () => unread,
  unknown: () => unread,
};

const unread: PictureHeader = { size: null, isWhole: true };

function formatOf(file: Buffer): PictureFormat {
  const start = file.toString('latin1', 0, 12);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  if (/^RIFF[^]{4}WEBP/.test(start)) return 'webp';
  const text = file.toString('utf8', 0, 1000).replace(/^\uFEFF?\s*/, '');
  if (/^(?:<\?xml[^]{0,500}?)?(?:<!--[^]{0,500}?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(text))
    return 'svg';
  return /^<(?:!doctype html|html)[\s>]/i.test(text) ? 'html' : 'unknown';
}

/** Ends with a semicolon after the last block. */
function readGif(file: Buffer): PictureHeader {
  if (file.length < 13) return { size: null, isWhole: false };
  const size = positive({ width: file.readUInt16LE(6), height: file.readUInt16LE(8) });
  return { size, isWhole: file.lastIndexOf(0x3b) >= 13 };
}

/** Three kinds of first chunk, each with the size at a place of its own; the container says its length. */
function readWebp(file: Buffer): PictureHeader {
  if (file.length < 30) return { size: null, isWhole: false };
  const isWhole = file.length >= file.readUInt32LE(4) + 8;
  return { size: positive(webpSize(file)), isWhole };
}

function webpSize(file: Buffer): PictureSize {
  switch (file.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = file.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
    default:
      return { width: 0, height: 0 };
  }
}

function positive(size: PictureSize): PictureSize | null {
  return size.width > 0 && size.height > 0 ? size : null;
}
