import { crc32, deflateRawSync } from 'node:zlib';

/** One entry, with whatever a hostile hand would write differently. */
export type ZipEntry = {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  readonly method?: 'store' | 'deflate' | number;
  /** Unix mode; 0: made on no Unix. */
  readonly mode?: number;
  readonly flags?: number;
  /** What the directory says instead of the truth. */
  readonly claimed?: { readonly bytes?: number; readonly crc?: number; readonly offset?: number };
  /** Name in the entry's own header, where it differs. */
  readonly ownName?: string;
  /** 64-bit sizes in an extra field. */
  readonly zip64?: boolean;
  readonly extra?: Buffer;
};

const utf8 = 0x800;

/** A zip written byte by byte (APPNOTE 6.3), because no library writes what these tests are about. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = localOf(entry);
    directory.push(recordOf(entry, entry.claimed?.offset ?? offset));
    locals.push(local);
    offset += local.length;
  }
  const records = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(records.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, records, end]);
}

const bytesOf = (text: string | Buffer): Buffer => (typeof text === 'string' ? Buffer.from(text) : text);
const contentOf = ({ content = '' }: ZipEntry): Buffer => bytesOf(content);
const flagsOf = ({ flags = 0, name }: ZipEntry): number => flags | (typeof name === 'string' ? utf8 : 0);

function methodOf({ method = 'deflate' }: ZipEntry): number {
  if (typeof method === 'number') return method;
  return method === 'deflate' ? 8 : 0;
}

function packed(entry: ZipEntry): Buffer {
  return methodOf(entry) === 8 ? deflateRawSync(contentOf(entry)) : contentOf(entry);
}

function localOf(entry: ZipEntry): Buffer {
  const name = bytesOf(entry.ownName ?? entry.name);
  const data = packed(entry);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flagsOf(entry), 6);
  header.writeUInt16LE(methodOf(entry), 8);
  header.writeUInt32LE(crc32(contentOf(entry)), 14);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(contentOf(entry).length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, data]);
}

function recordOf(entry: ZipEntry, offset: number): Buffer {
  const name = bytesOf(entry.name);
  const bytes = entry.claimed?.bytes ?? contentOf(entry).length;
  const extra = Buffer.concat([
    entry.extra ?? Buffer.alloc(0),
    ...(entry.zip64 === true ? [zip64Of(bytes, packed(entry).length)] : []),
  ]);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((3 << 8) | 20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(flagsOf(entry), 8);
  header.writeUInt16LE(methodOf(entry), 10);
  header.writeUInt32LE(entry.claimed?.crc ?? crc32(contentOf(entry)), 16);
  header.writeUInt32LE(entry.zip64 === true ? 0xffffffff : packed(entry).length, 20);
  header.writeUInt32LE(entry.zip64 === true ? 0xffffffff : bytes, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name, extra]);
}

function zip64Of(bytes: number, packedBytes: number): Buffer {
  const field = Buffer.alloc(20);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(16, 2);
  field.writeBigUInt64LE(BigInt(bytes), 4);
  field.writeBigUInt64LE(BigInt(packedBytes), 12);
  return field;
}
