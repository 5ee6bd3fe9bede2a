import type { Migration } from './migration';

/** History shows an offer's events by their time; the log's own order stays that of the commits. */
export const historyOrder: Migration = {
  name: '0015-history-order',
  statements: `
create index event_of_offer_by_time on event (publisher_id, offer_id, at, xid, id);
`,
};
