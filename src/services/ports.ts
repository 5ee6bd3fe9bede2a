/**
 * What the product needs from the outside world, in its own words. One adapter per outside system implements
 * these (`services/<system>/`); activities and http see nothing but these types.
 */
export type * from './ports/access';
export type * from './ports/publishers';
export type * from './ports/offers';
export type * from './ports/offer-list';
export type * from './ports/live-offers';
export type * from './ports/publications';
export type * from './ports/step-history';
export type * from './ports/operations';
export type * from './ports/artefacts';
export type * from './ports/certifications';
export type * from './ports/replicas';
export type * from './ports/packages';
export type * from './ports/mail';
export type * from './ports/support';
export type * from './ports/review-board';
export type * from './ports/outside-board';
export type * from './ports/reviews';
export type * from './ports/events';
export type * from './ports/history';
export type * from './ports/webhooks';
export type * from './ports/idempotent-requests';
export type * from './ports/catalogue';
export type * from './ports/blobs';
export type * from './ports/uploads';
export type * from './ports/sources';
export type * from './ports/inspection';
export type * from './ports/leads';
export type * from './ports/signing';
export type * from './ports/listing';
export type * from './ports/clock';
