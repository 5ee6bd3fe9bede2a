/** Bytes at a fixed place by which a format is known. */
export type Signature<Kind> = { readonly kind: Kind; readonly offset: number; readonly bytes: Buffer };

/** `text` holds one character a byte. */
export const signature = <Kind>(kind: Kind, offset: number, text: string): Signature<Kind> => ({
  kind,
  offset,
  bytes: Buffer.from(text, 'latin1'),
});

/** The first kind whose signature stands in these bytes. */
export function kindIn<Kind>(head: Buffer, signatures: readonly Signature<Kind>[]): Kind | undefined {
  return signatures.find((each) => hasSignature(head, each))?.kind;
}

export function hasSignature(head: Buffer, { offset, bytes }: Signature<unknown>): boolean {
  return head.subarray(offset, offset + bytes.length).equals(bytes);
}
