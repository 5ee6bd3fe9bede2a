/** The writing transaction and the event's number in it; undefined for anything but an event's cursor. */
export function readEventCursor(text: string): readonly [transaction: string, id: string] | undefined {
  const found = /^(\d{1,19})\.(\d{1,18})$/.exec(text);
  return found?.[1] === undefined || found[2] === undefined ? undefined : [found[1], found[2]];
}

/** Whether an event's place in the feed is behind another's; whatever stands before the first event is ''. */
export function isBehind(cursor: string, other: string): boolean {
  const [transaction, id] = readEventCursor(cursor) ?? ['0', '0'];
  const [otherTransaction, otherId] = readEventCursor(other) ?? ['0', '0'];
  return transaction === otherTransaction
    ? BigInt(id) > BigInt(otherId)
    : BigInt(transaction) > BigInt(otherTransaction);
}
