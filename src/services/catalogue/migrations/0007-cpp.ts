import type { Migration } from './migration';

/** What the Cloud Partner Portal's API tells and takes beyond what was kept: sellers, operations by offer, reviews. */
export const cpp: Migration = {
  name: '0007-cpp',
  statements: `
alter table publisher add column seller_id integer not null generated always as identity;

create index operation_of_offer on operation (publisher_id, offer_id, created_at);
create index offer_by_id on offer (offer_id);

alter table operation drop constraint operation_kind_check;
alter table operation add constraint operation_kind_check
  check (kind in ('publish', 'goLive', 'cancel', 'withdrawGoLive', 'reviewDecision', 'notificationEmails'));
`,
};
