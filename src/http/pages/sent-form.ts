import { randomUUID } from 'node:crypto';
import type { OperationKind } from '../../domain/publication/operation-state';
import type { OfferRecord } from '../../services/ports';
import { earlierRequest, isRequestId } from '../cpp/request-id';
import type { AppDeps } from '../deps';

export type SentForm = { readonly isKnown: boolean; readonly requestId: string };

/** A form that is sent again because its answer was lost is the same request, also when its publication has ended. */
export async function sentForm(
  deps: AppDeps,
  offer: OfferRecord,
  { kind, given }: { readonly kind: OperationKind; readonly given: string | undefined },
): Promise<SentForm> {
  const requestId = given !== undefined && isRequestId(given) ? given.toLowerCase() : randomUUID();
  const earlier = await earlierRequest(deps, offer, { kind, requestId });
  if (earlier.kind === 'other') return { isKnown: false, requestId: randomUUID() };
  return { isKnown: earlier.kind !== 'none', requestId };
}
