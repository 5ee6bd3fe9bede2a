import type { Lead } from '../../domain/lead/lead';

/** A lead on its way. `key` is the same each time it is tried. */
export type Parcel = { readonly lead: Lead; readonly key: string; readonly signal?: AbortSignal };
