import type { OfferKey } from '../../domain/offer/ids';
import type { EventFeed, LoggedEvent, Operations } from '../../services/ports';
import type { Watched } from './event-stream';

const pageSize = 500;

type Asked = {
  readonly offer: OfferKey;
  readonly operationId: string;
  /** The last event the watcher has. */
  readonly after: string | undefined;
};

export type OperationWatch =
  | { readonly kind: 'found'; readonly watch: Watched }
  /** The watcher has had the end already. */
  | { readonly kind: 'over' }
  | { readonly kind: 'unknown' };

/** What there is to watch of an operation: its publication's story, up to the operation's end. */
export async function operationWatch(
  { catalogue }: { readonly catalogue: OperationSource },
  { offer, operationId, after }: Asked,
): Promise<OperationWatch> {
  const operation = await catalogue.operations.find(offer, operationId);
  if (operation === undefined) return { kind: 'unknown' };
  const { publisherId, offerId, publicationId } = operation;
  // As long as nobody can say whose it is, its end is told under a publication that is not known yet.
  const filter = { publisherId, offerId, ...(publicationId === '' ? {} : { publicationId }) };
  const isLast = (event: LoggedEvent): boolean => isEndOf(operationId, event);
  if (operation.state !== 'running' && after !== undefined) {
    const isAhead = await someAfter(catalogue.events, { after, filter, isLast });
    if (!isAhead) return { kind: 'over' };
  }
  return { kind: 'found', watch: { filter, after: after ?? '', isLast } };
}

type OperationSource = {
  readonly operations: Pick<Operations, 'find'>;
  readonly events: Pick<EventFeed, 'after'>;
};

function isEndOf(operationId: string, { kind, payload }: LoggedEvent): boolean {
  if (kind !== 'operationChanged' && kind !== 'operationAccepted') return false;
  const { operationId: about, state } = payload;
  return about === operationId && (state === 'succeeded' || state === 'failed' || state === 'canceled');
}

async function someAfter(
  events: Pick<EventFeed, 'after'>,
  { after, filter, isLast }: { readonly after: string } & Required<Pick<Watched, 'filter' | 'isLast'>>,
): Promise<boolean> {
  for (let cursor = after; ;) {
    const page = await events.after(cursor, pageSize, filter);
    if (page.some(isLast)) return true;
    if (page.length < pageSize) return false;
    cursor = page.at(-1)?.cursor ?? cursor;
  }
}
