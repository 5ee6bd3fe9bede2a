import type { PictureHeader } from './picture-header';

/** Chunks of length, name, data and checksum; the first has the size, the last is named IEND. */
export function readPng(file: Buffer): PictureHeader {
  let at = signatureBytes;
  const names = [];
  while (at + frameBytes <= file.length && names.length < mostChunks) {
    const name = file.toString('latin1', at + 4, at + 8);
    names.push(name);
    at += frameBytes + file.readUInt32BE(at);
    if (name === 'IEND') break;
  }
  const isWhole = names.at(-1) === 'IEND' && at <= file.length;
  if (names[0] !== 'IHDR' || file.length < 24) return { size: null, isWhole };
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  return { size: width > 0 && height > 0 ? { width, height } : null, isWhole };
}

const signatureBytes = 8;
/** What a chunk has around its data. */
const frameBytes = 12;
/** A logo has a few dozens; only a hostile file has more. */
const mostChunks = 100_000;
