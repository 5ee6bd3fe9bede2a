import { DatabaseFault } from './database-fault';
import { headerBytes, type SqlitePages } from './sqlite-pages';
import { varintAt } from './sqlite-record';

/** A row: its number, and as many bytes of its payload as are asked for and there. */
export type SqliteRow = {
  readonly number: number;
  readonly beginning: (bytes: number) => Promise<Buffer>;
};

/** SQLite's own limit; a tree that is deeper goes round in a circle. */
const deepest = 20;

/** A list of 2,000 packages has far fewer. Rows may share bytes, so that few bytes can hold a million of them. */
const mostRows = 50_000;

/** Every row of the table whose tree begins on page `root`, in order. */
export async function* rowsOf(pages: SqlitePages, root: number): AsyncGenerator<SqliteRow> {
  yield* rowsBelow(pages, root, { depth: 0, seen: new Set(), passed: { rows: 0 } });
}

/** The row of a number; undefined where the table has none. */
export async function rowOf(
  pages: SqlitePages,
  root: number,
  number: number,
): Promise<SqliteRow | undefined> {
  let at = root;
  for (let depth = 0; depth < deepest; depth++) {
    const page = await treePage(pages, at);
    if (page.isLeaf)
      return page.cells.map((cell) => rowAt(pages, page.bytes, cell)).find((row) => row.number === number);
    const cell = page.cells.find((start) => varintAt(page.bytes, start + 4).value >= number);
    at = cell === undefined ? page.last : page.bytes.readUInt32BE(cell);
  }
  throw new DatabaseFault('its pages lead round in a circle');
}

type Walk = {
  readonly depth: number;
  readonly seen: Set<number>;
  readonly passed: { rows: number };
};

async function* rowsBelow(pages: SqlitePages, at: number, walk: Walk): AsyncGenerator<SqliteRow> {
  if (walk.depth >= deepest || walk.seen.has(at)) throw new DatabaseFault('its pages lead round in a circle');
  walk.seen.add(at);
  const page = await treePage(pages, at);
  if (page.isLeaf) {
    walk.passed.rows += page.cells.length;
    if (walk.passed.rows > mostRows) throw new DatabaseFault('it has too many rows');
    for (const cell of page.cells) yield rowAt(pages, page.bytes, cell);
    return;
  }
  const below = { ...walk, depth: walk.depth + 1 };
  for (const cell of page.cells) yield* rowsBelow(pages, page.bytes.readUInt32BE(cell), below);
  yield* rowsBelow(pages, page.last, below);
}

type TreePage = {
  readonly bytes: Buffer;
  readonly isLeaf: boolean;
  /** Where the cells begin. */
  readonly cells: readonly number[];
  /** The page behind all cells; none on a leaf. */
  readonly last: number;
};

const leaf = 0x0d;
const interior = 0x05;

async function treePage(pages: SqlitePages, number: number): Promise<TreePage> {
  const bytes = await pages.page(number);
  const start = number === 1 ? headerBytes : 0;
  const kind = bytes[start];
  if (kind !== leaf && kind !== interior) throw new DatabaseFault(`page ${number} belongs to no table`);
  const pointers = start + (kind === leaf ? 8 : 12);
  const count = bytes.readUInt16BE(start + 3);
  if (pointers + 2 * count > bytes.length) throw new DatabaseFault(`page ${number} has too many rows`);
  const cells = Array.from({ length: count }, (_, index) => bytes.readUInt16BE(pointers + 2 * index));
  if (cells.some((cell) => cell + 4 > bytes.length)) throw new DatabaseFault(`page ${number} is cut off`);
  const isLeaf = kind === leaf;
  return { bytes, isLeaf, cells, last: isLeaf ? 0 : bytes.readUInt32BE(start + 8) };
}

function rowAt(pages: SqlitePages, page: Buffer, cell: number): SqliteRow {
  const { value: total, end } = varintAt(page, cell);
  const { value: number, end: start } = varintAt(page, end);
  const local = localBytes(total, pages.usableBytes);
  return {
    number,
    async beginning(bytes) {
      const wanted = Math.min(bytes, total);
      const pieces = [page.subarray(start, start + local)];
      let have = local;
      let next = have < wanted ? nextAt(page, start + local) : 0;
      while (have < wanted) {
        const piece = await pages.page(next);
        pieces.push(piece.subarray(4));
        have += piece.length - 4;
        next = nextAt(piece, 0);
      }
      return Buffer.concat(pieces).subarray(0, wanted);
    },
  };
}

function nextAt(page: Buffer, at: number): number {
  if (at + 4 > page.length) throw new DatabaseFault('a row in it is cut off');
  return page.readUInt32BE(at);
}

/** How much of a payload stands on the page itself. */
function localBytes(total: number, usable: number): number {
  const most = usable - 35;
  if (total <= most) return total;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((total - least) % (usable - 4));
  return fitting <= most ? fitting : least;
}
