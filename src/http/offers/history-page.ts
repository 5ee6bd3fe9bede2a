import type { OfferKey } from '../../domain/offer/ids';
import type { HistoryEvent, HistoryFilter } from '../../services/ports';
import type { AppDeps } from '../deps';

export type HistoryAsked = {
  readonly kind?: string | undefined;
  readonly exceptKinds?: readonly string[] | undefined;
  readonly actor?: string | undefined;
  readonly publication?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

export type HistoryDeps = { readonly catalogue: Pick<AppDeps['catalogue'], 'history'> };

/** Newest first; `next` is null on the last page. */
export async function historyPage(
  { catalogue }: HistoryDeps,
  offer: OfferKey,
  { cursor, limit, ...asked }: HistoryAsked,
): Promise<{ readonly events: readonly HistoryEvent[]; readonly next: string | null }> {
  const found = await catalogue.history.page(offer, { ...filterOf(asked), before: cursor, limit: limit + 1 });
  const events = found.slice(0, limit);
  return { events, next: found.length > limit ? (events.at(-1)?.cursor ?? null) : null };
}

export const filterOf = ({
  kind,
  exceptKinds,
  actor,
  publication,
}: Omit<HistoryAsked, 'limit'>): HistoryFilter => ({
  kind,
  exceptKinds,
  actor,
  publicationId: publication,
});
