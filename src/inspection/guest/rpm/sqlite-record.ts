import { DatabaseFault } from './database-fault';

/** What a column holds, as far as anybody asks here: numbers with a fraction, blobs and what was cut off are `null`. */
export type SqliteValue = string | number | null;

/** 1 to 9 bytes; above 2^53 it is inexact, which no honest list of packages reaches. */
export function varintAt(bytes: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let index = 0; index < 9; index++) {
    const byte = bytes[at + index];
    if (byte === undefined) throw new DatabaseFault('a number in it is cut off');
    if (index === 8) return { value: value * 256 + byte, end: at + 9 };
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + index + 1 };
  }
  throw new DatabaseFault('a number in it does not end');
}

export type Column = { readonly type: number; readonly start: number; readonly end: number };

/** Where the first columns of a row stand in its payload, which may be longer than these bytes. */
export function columnsOf(payload: Buffer, most: number): readonly Column[] {
  const { value: headerEnd, end } = varintAt(payload, 0);
  const columns: Column[] = [];
  let at = end;
  let start = headerEnd;
  while (at < headerEnd && columns.length < most) {
    const { value: type, end: next } = varintAt(payload, at);
    const column = { type, start, end: start + bytesOf(type) };
    columns.push(column);
    at = next;
    start = column.end;
  }
  return columns;
}

export function valueOf(payload: Buffer, column: Column | undefined): SqliteValue {
  if (column === undefined || column.end > payload.length) return null;
  const { type, start, end } = column;
  if (type >= 1 && type <= 6) return end - start <= 6 ? payload.readIntBE(start, end - start) : null;
  if (type === 8 || type === 9) return type - 8;
  return type >= 13 && type % 2 === 1 ? payload.toString('utf8', start, end) : null;
}

const numberBytes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];

function bytesOf(type: number): number {
  return numberBytes[type] ?? Math.floor((type - 12) / 2);
}
