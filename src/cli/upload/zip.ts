import { crc32, deflateRawSync } from 'node:zlib';

export type ZippedFile = { readonly path: string; readonly content: Uint8Array };

/** A zip of these files: the same files give the same bytes, whenever and in whatever order they are given. */
export function zipOf(files: readonly ZippedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content } of files.toSorted((one, other) => (one.path < other.path ? -1 : 1))) {
    const name = Buffer.from(path, 'utf8');
    const packed = deflateRawSync(content, { level: 9 });
    const common = commonFields(content, packed, name);
    const local = Buffer.concat([signature(0x04034b50), common, uint16(0), name, packed]);
    directory.push(
      Buffer.concat([signature(0x02014b50), uint16(version), common, uint16(0), trailer(offset), name]),
    );
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  return Buffer.concat([...parts, listing, endOf(files.length, listing.length, offset)]);
}

/** 2.0: deflated files. */
const version = 20;
const utf8Names = 0x800;
const deflated = 8;
/** 1980-01-01, the zip format's own beginning. */
const date = 0x21;

function commonFields(content: Uint8Array, packed: Buffer, name: Buffer): Buffer {
  return Buffer.concat([
    ...[version, utf8Names, deflated, 0, date].map(uint16),
    ...[crc32(content), packed.length, content.length].map(uint32),
    uint16(name.length),
  ]);
}

/** No comment, first disk, no attributes, and where the file begins. */
const trailer = (offset: number): Buffer =>
  Buffer.concat([...[0, 0, 0].map(uint16), ...[0, offset].map(uint32)]);

const endOf = (files: number, bytes: number, offset: number): Buffer =>
  Buffer.concat([
    signature(0x06054b50),
    ...[0, 0, files, files].map(uint16),
    ...[bytes, offset].map(uint32),
    uint16(0),
  ]);

const signature = uint32;

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
