import type { Piece } from '../../domain/replication/reading-plan';
import type { ImageInspection } from '../../services/ports';

export type Pass = {
  /** From the first byte to the last, without gaps. */
  readonly pieces: Iterable<Piece>;
  /** Fills the buffer with the bytes from `start` on. */
  readonly read: (start: number, into: Buffer) => Promise<unknown>;
  /** Of one piece that holds data. */
  readonly largest: number;
  /** How far it is, in bytes of the image. */
  readonly at: (bytes: number) => void;
  readonly signal: AbortSignal;
};

/** Shows an image to its inspection; the next piece is read while this one is looked at. Holds two pieces. */
export async function passOnce(pass: Pass, inspection: ImageInspection): Promise<void> {
  const buffers = [Buffer.alloc(pass.largest), Buffer.alloc(pass.largest)];
  const load = async (piece: Piece, turn: number): Promise<Loaded> => {
    const bytes = piece.holdsData ? buffers[turn % 2]?.subarray(0, piece.end - piece.start) : undefined;
    if (bytes) await pass.read(piece.start, bytes);
    return { piece, bytes };
  };
  let turn = 0;
  let ahead: Promise<Loaded> | undefined;
  for (const piece of pass.pieces) {
    const next = load(piece, (turn += 1));
    // Settled before it is waited for, it would count as nobody's.
    next.catch(() => undefined);
    if (ahead) await show(await ahead, pass, inspection);
    ahead = next;
  }
  if (ahead) await show(await ahead, pass, inspection);
}

type Loaded = { readonly piece: Piece; readonly bytes: Buffer | undefined };

async function show({ piece, bytes }: Loaded, pass: Pass, inspection: ImageInspection): Promise<void> {
  pass.signal.throwIfAborted();
  if (bytes) inspection.data(bytes);
  else await inspection.zeros(piece.end - piece.start);
  pass.at(piece.end);
}
