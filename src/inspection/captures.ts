/** Picks parts out of a stream that is seen once. */
export type Captures = {
  /**
   * `receive` gets these bytes as soon as they have passed; `undefined` when they passed already or never come.
   * May be called from another `receive`, for bytes of the piece at hand too.
   */
  want: (offset: number, count: number, receive: Receiver) => void;
  /** The next bytes; `undefined` stands for that many zeros. */
  pass: (count: number, bytes: Buffer | undefined) => void;
  /** Nothing follows. */
  end: () => void;
};

type Receiver = (bytes: Buffer | undefined) => void;
type Capture = { readonly offset: number; readonly bytes: Buffer; readonly receive: Receiver };

export function openCaptures(): Captures {
  let wanted: Capture[] = [];
  let position = 0;

  const copyInto = ({ offset, bytes: target }: Capture, bytes: Buffer): void => {
    const from = Math.max(offset - position, 0);
    const to = Math.min(offset + target.length - position, bytes.length);
    if (from < to) bytes.copy(target, Math.max(position - offset, 0), from, to);
  };

  return {
    want(offset, count, receive) {
      if (offset < position) receive(undefined);
      else wanted.push({ offset, bytes: Buffer.alloc(count), receive });
    },
    pass(count, bytes) {
      const end = position + count;
      const later: Capture[] = [];
      // Grows while it is walked: whoever got its bytes may want more of this same piece.
      for (let capture = wanted.shift(); capture; capture = wanted.shift()) {
        if (bytes) copyInto(capture, bytes);
        if (capture.offset + capture.bytes.length <= end) capture.receive(capture.bytes);
        else later.push(capture);
      }
      wanted = later;
      position = end;
    },
    end() {
      wanted.splice(0).forEach(({ receive }) => receive(undefined));
    },
  };
}
