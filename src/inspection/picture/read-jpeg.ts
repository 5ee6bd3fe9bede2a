import type { PictureHeader } from './picture-header';

/** Segments of marker and length, one of them with the size; behind the last the picture's data and an end marker. */
export function readJpeg(file: Buffer): PictureHeader {
  let isTurned = false;
  let size: PictureHeader['size'] = null;
  for (const { marker, begin, end } of segments(file)) {
    const data = file.subarray(begin, end);
    if (marker === 0xe1) isTurned ||= isTurnedBy(data);
    if (isFrame(marker) && data.length >= 5) size = sizeIn(data, isTurned);
    // A preview in the file's notes has an end marker of its own: only one behind the data counts.
    if (marker === startOfScan) return { size, isWhole: file.lastIndexOf(endOfImage) >= end };
  }
  return { size, isWhole: false };
}

function sizeIn(frame: Buffer, isTurned: boolean): PictureHeader['size'] {
  const [height, width] = [frame.readUInt16BE(1), frame.readUInt16BE(3)];
  if (width === 0 || height === 0) return null;
  return isTurned ? { width: height, height: width } : { width, height };
}

const endOfImage = Buffer.from([0xff, 0xd9]);

type Segment = { readonly marker: number; readonly begin: number; readonly end: number };

/** Up to where the file is no list of segments any more: the picture's data, or damage. */
function* segments(file: Buffer): Generator<Segment> {
  let at = 2;
  while (at + 4 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0;
    // A marker may stand behind any number of 0xff.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = file.readUInt16BE(at + 2);
    if (length < 2) return;
    yield { marker, begin: at + 4, end: Math.min(at + 2 + length, file.length) };
    at += 2 + length;
  }
}

const startOfScan = 0xda;

/** Start of frame of any coding; three numbers in between are other tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Exif orientations 5 to 8 lay the picture on its side. */
function isTurnedBy(data: Buffer): boolean {
  if (data.toString('latin1', 0, 6) !== 'Exif\0\0' || data.length < 14) return false;
  const tiff = data.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(first); entry += 1) {
    const at = first + 2 + entry * 12;
    if (at + 12 > tiff.length) return false;
    if (short(at) === orientation) return short(at + 8) >= 5 && short(at + 8) <= 8;
  }
  return false;
}

const orientation = 0x0112;
