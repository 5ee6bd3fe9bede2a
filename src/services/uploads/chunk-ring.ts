/** What one request to the storage may carry. */
const chunkBytes = 4 * 1024 * 1024;
/** Chunks that are filled or written at the same time: this times {@link chunkBytes} is all the memory an upload takes. */
const ringSize = 4;

export type Chunk = { readonly bytes: Buffer; readonly offset: number };

/**
 * Cuts a stream into chunks and hands each on while the next ones are filled. `write` may hold on to its chunk until
 * it is done; afterwards the memory is used again. Returns the length; throws what reading or writing threw, when
 * nothing is written any more.
 */
export async function throughChunks(
  content: AsyncIterable<Uint8Array>,
  write: (chunk: Chunk) => Promise<void>,
): Promise<number> {
  const ring = Array.from({ length: ringSize }, () => Buffer.allocUnsafeSlow(chunkBytes));
  const writing: Promise<void>[] = [];
  let failure: { readonly error: unknown } | undefined;
  let turn = 0;
  let filled = 0;
  let offset = 0;

  const handOn = async (): Promise<void> => {
    const bytes = (ring[turn] ?? Buffer.alloc(0)).subarray(0, filled);
    writing[turn] = write({ bytes, offset }).catch((error: unknown) => {
      failure ??= { error };
    });
    offset += filled;
    filled = 0;
    turn = (turn + 1) % ringSize;
    await writing[turn];
    throwFailure(failure);
  };

  try {
    for await (const piece of content) {
      for (let taken = 0; taken < piece.length;) {
        const part = piece.subarray(taken, taken + chunkBytes - filled);
        ring[turn]?.set(part, filled);
        taken += part.length;
        filled += part.length;
        if (filled === chunkBytes) await handOn();
      }
    }
    if (filled > 0) await handOn();
  } finally {
    await Promise.all(writing);
  }
  throwFailure(failure);
  return offset;
}

function throwFailure(failure: { readonly error: unknown } | undefined): void {
  if (failure !== undefined) throw failure.error;
}
