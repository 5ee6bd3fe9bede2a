import type { Migration } from './migration';

/** What housekeeping looks for, and a record of every message of API and portal. */
export const upkeep: Migration = {
  name: '0005-upkeep',
  statements: `
-- When somebody last looked whether the run of an open publication is still there. tidied_run_id: the run that
-- closed it in the place of a terminated one, once nothing is left of that.
alter table publication add column checked_at timestamptz not null default clock_timestamp();
alter table publication add column tidied_run_id text;
create index publication_to_check on publication (checked_at) where opened_at is not null and (ended_at is null
  or (newest_run_id like 'terminated.%' and tidied_run_id is distinct from newest_run_id));

create index replica_still_held on replica_hold (publication_id) where released_at is null;

alter table operation drop constraint operation_kind_check;
alter table operation add constraint operation_kind_check
  check (kind in ('publish', 'goLive', 'cancel', 'withdrawGoLive', 'notificationEmails'));
`,
};
