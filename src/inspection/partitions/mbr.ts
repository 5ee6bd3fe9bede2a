import { sectorBytes } from '../../domain/certification/sizes';

/** One row of a master or extended boot record; sectors count from the record's own base. */
export type MbrEntry = { readonly type: string; readonly first: number; readonly sectors: number };

const tableAt = 446;
const entryBytes = 16;

/**
 * The four rows of a boot record, empty ones as `undefined`. No boot record: `undefined`. A file system's boot
 * sector carries the same signature; its code stands where a table has only 0x00 or 0x80.
 */
export function parseBootRecord(sector: Buffer): readonly (MbrEntry | undefined)[] | undefined {
  if (sector.length < sectorBytes || sector.readUInt16LE(510) !== 0xaa55) return undefined;
  const rows = [0, 1, 2, 3].map((row) =>
    sector.subarray(tableAt + row * entryBytes, tableAt + (row + 1) * entryBytes),
  );
  if (!rows.every((row) => row[0] === 0x00 || row[0] === 0x80)) return undefined;
  return rows.map((row) =>
    row[4] === 0
      ? undefined
      : { type: row.toString('hex', 4, 5), first: row.readUInt32LE(8), sectors: row.readUInt32LE(12) },
  );
}

export const protectiveType = 'ee';
