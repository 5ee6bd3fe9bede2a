import type { Piece } from '../../domain/replication/reading-plan';
import type { ImageInspection } from '../../services/ports';

export type Pass = {
  /** From the first byte to the last, without gaps. */
  readonly pieces: Iterable<Piece>;
  /** Fills the buffer with the bytes from `start` on. */
  readonly read: (start: number, into: Buffer) => Promise<unknown>;
  /** Of one piece that holds data. */
  readonly largest: number;
  /** How many pieces are held at once: one is looked at, the others are on their way. */
  readonly held: number;
  /** How far it is, in bytes of the image. */
  readonly at: (bytes: number) => void;
  readonly signal: AbortSignal;
};

/** Shows an image to its inspection, piece by piece in order; the next ones are read while one is looked at. */
export async function passOnce(pass: Pass, inspection: ImageInspection): Promise<void> {
  const buffers = Array.from({ length: pass.held }, () => Buffer.alloc(pass.largest));
  const load = async (piece: Piece, turn: number): Promise<Loaded> => {
    const bytes = piece.holdsData
      ? buffers[turn % pass.held]?.subarray(0, piece.end - piece.start)
      : undefined;
    if (bytes) await pass.read(piece.start, bytes);
    return { piece, bytes };
  };
  let turn = 0;
  const underWay: Promise<Loaded>[] = [];
  const showFirst = async (): Promise<void> => {
    const first = underWay.shift();
    if (first) await show(await first, pass, inspection);
  };
  for (const piece of pass.pieces) {
    // Its buffer was the piece's that is the first now.
    if (underWay.length === pass.held) await showFirst();
    const next = load(piece, (turn += 1));
    // Settled before it is waited for, it would count as nobody's.
    next.catch(() => undefined);
    underWay.push(next);
  }
  while (underWay.length > 0) await showFirst();
}

type Loaded = { readonly piece: Piece; readonly bytes: Buffer | undefined };

async function show({ piece, bytes }: Loaded, pass: Pass, inspection: ImageInspection): Promise<void> {
  pass.signal.throwIfAborted();
  if (bytes) inspection.data(bytes);
  else await inspection.zeros(piece.end - piece.start);
  pass.at(piece.end);
}
