import type { LeadSettings } from '../offer/model';

/** Settings that name a place to send leads to. They hold secrets. */
export type ConfiguredLeadSettings = Exclude<LeadSettings, { readonly destination: 'None' }>;

/** A customer's contact data for the publisher, whatever the destination calls its fields. */
export type Lead = {
  readonly publisherId: string;
  readonly offerId: string;
  readonly publisherName: string;
  readonly offerTitle: string;
  /** `<source>-<action>|<offer name>`. */
  readonly leadSource: string;
  readonly actionCode: string;
  readonly description: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly customer: {
    readonly company: string;
    readonly country: string;
    readonly email: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly phone: string;
    readonly title: string;
  };
};
