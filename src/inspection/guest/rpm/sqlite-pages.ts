import { DatabaseFault } from './database-fault';

/** At most `most` bytes of the database's file from `from` on. */
export type FileBytes = (most: number, from: number) => Promise<Buffer>;

/** The pages of an SQLite database (its file format, chapter 1). They count from 1. */
export type SqlitePages = {
  /** Without the bytes at the end that are reserved. Throws `DatabaseFault`. */
  readonly page: (number: number) => Promise<Buffer>;
  readonly usableBytes: number;
};

export const headerBytes = 100;
const magic = 'SQLite format 3\0';

/** A list of 2,000 packages needs a tenth of it. */
const mostBytes = 2 * 1024 * 1024;

/** Pages are kept: whoever seeks several rows passes the same ones again. */
export async function openSqlitePages(read: FileBytes): Promise<SqlitePages> {
  const header = await read(headerBytes, 0);
  if (header.length < headerBytes || header.toString('latin1', 0, 16) !== magic)
    throw new DatabaseFault('it is no SQLite database');
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const usableBytes = pageBytes - header.readUInt8(20);
  if (pageBytes < 512 || (pageBytes & (pageBytes - 1)) !== 0 || usableBytes < 480)
    throw new DatabaseFault('its pages have an impossible size');
  if (header.readUInt32BE(56) !== 1) throw new DatabaseFault('its texts are not UTF-8');
  const known = new Map<number, Buffer>();
  return {
    usableBytes,
    async page(number) {
      const before = known.get(number);
      if (before) return before;
      if (number < 1) throw new DatabaseFault('it names page 0');
      if ((known.size + 1) * pageBytes > mostBytes) throw new DatabaseFault('it takes too much to read');
      const bytes = await read(pageBytes, (number - 1) * pageBytes);
      if (bytes.length !== pageBytes) throw new DatabaseFault(`it has no page ${number}`);
      const page = bytes.subarray(0, usableBytes);
      known.set(number, page);
      return page;
    },
  };
}
