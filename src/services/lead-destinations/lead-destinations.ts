import type { LeadDestinations } from '../ports';
import type { SafeHttp } from '../safe-http/safe-http';
import { sendToAzureTable } from './azure-table';
import { sendToHttpsEndpoint } from './https-endpoint';

export type LeadDestinationOptions = {
  readonly http: SafeHttp;
  /** The same that `http` was made with. */
  readonly trustedOrigins: readonly string[];
};

/** The ways to hand over leads that are built. */
export function createLeadDestinations(options: LeadDestinationOptions): LeadDestinations {
  return {
    send: (lead, settings, key, signal) => {
      const parcel = { lead, key, ...(signal && { signal }) };
      switch (settings.destination) {
        case 'AzureTable':
          return sendToAzureTable(options.trustedOrigins, settings.configuration, parcel);
        case 'HttpsEndpoint':
          return sendToHttpsEndpoint(options.http, settings.configuration, parcel);
      }
    },
  };
}
