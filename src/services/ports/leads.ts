import type { ConfiguredLeadSettings, Lead } from '../../domain/lead/lead';

export type LeadAnswer =
  | { readonly kind: 'accepted' }
  /** Trying again cannot help; `answer` holds at most 200 characters and no secret. */
  | { readonly kind: 'refused'; readonly answer: string };

/** Hands a lead over where the publisher wants it; `key` tells a retry from a second lead. Throws when trying again may help. */
export type LeadDestinations = {
  send: (
    lead: Lead,
    settings: ConfiguredLeadSettings,
    key: string,
    signal?: AbortSignal,
  ) => Promise<LeadAnswer>;
};
