import type { Piece } from '../../domain/replication/reading-plan';
import type { ImageInspection, SourceAnswer } from '../../services/ports';
import { inLanes } from '../replication/lanes';
import type { MemoryWindow } from '../replication/memory-window';

/** Enough to hide the way to the source and to staging. */
const lanes = 5;

type Refusal = Extract<SourceAnswer<never>, { readonly kind: 'refused' }>;

export type OrderedCopy = {
  /** From the first byte to the last, without gaps. */
  readonly pieces: Iterable<Piece>;
  /** Fills the buffer with the bytes from `start` on. */
  readonly read: (start: number, into: Buffer) => Promise<SourceAnswer<Buffer>>;
  readonly write: (offset: number, pages: Buffer) => Promise<void>;
  readonly inspection: Pick<ImageInspection, 'data' | 'zeros'>;
  readonly onBytes: (count: number) => void;
  readonly window: MemoryWindow;
  readonly signal: AbortSignal;
};

/**
 * Reads and writes several pieces at once, while inspection sees them one after another. A refusal of the source
 * is the answer; everything else that goes wrong is thrown.
 */
export async function copyInOrder(copy: OrderedCopy): Promise<Refusal | undefined> {
  const { inspection, signal } = copy;
  let last: Promise<unknown> = Promise.resolve();

  /** At once, whatever memory has to be waited for: other images may hold it, and zeros need none. */
  const takePlace = (): Place => {
    const before = last;
    let inspected: Place['inspected'] = () => undefined;
    last = new Promise((resolve) => (inspected = resolve));
    // The piece itself tells its failure.
    last.catch(() => undefined);
    return { before, inspected };
  };

  const copyPiece = async (piece: Piece, { before, inspected }: Place, buffer?: Buffer): Promise<void> => {
    // Follows the piece before, and fails with it: then this piece's turn never comes.
    const turn = Promise.all([fetchPiece(copy, piece, buffer), before]).then(async ([bytes]) => {
      signal.throwIfAborted();
      if (!bytes) await inspection.zeros(piece.end - piece.start);
      return { bytes, data: bytes && inspection.data(bytes) };
    });
    inspected(turn);
    const { bytes, data } = await turn;
    if (bytes && data) await copy.write(piece.start + data.start, bytes.subarray(data.start, data.end));
    copy.onBytes(piece.end - piece.start);
  };

  try {
    await inLanes(copy.pieces, lanes, (piece) => {
      const place = takePlace();
      if (!piece.holdsData) return copyPiece(piece, place);
      return copy.window((memory) => copyPiece(piece, place, memory()));
    });
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

type Place = {
  /** Settled when inspection has seen every piece before. */
  readonly before: Promise<unknown>;
  readonly inspected: (turn: Promise<unknown>) => void;
};

async function fetchPiece(
  { read }: OrderedCopy,
  { start, end }: Piece,
  buffer: Buffer | undefined,
): Promise<Buffer | undefined> {
  if (!buffer) return undefined;
  const answer = await read(start, buffer.subarray(0, end - start));
  if (answer.kind === 'refused') throw new Refused(answer);
  return answer.value;
}

class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`The source refused: ${refusal.detail}`);
    this.refusal = refusal;
  }
}
