import type { Migration } from './migration';

/**
 * A task that was lost with its worker is done again and may tell its events differently: each such telling of a run
 * counts on from where it differs, as a new run does. `told_event` is what counts, for everybody who reads the log.
 */
export const retoldEvents: Migration = {
  name: '0011-retold-events',
  statements: `
alter table event add column telling integer not null default 0;
drop index event_once_per_run;
create unique index event_once_per_telling on event (publication_id, run_id, telling, sequence)
  where sequence is not null;

alter table publication_run add column telling integer not null default 0;
alter table publication_run drop constraint publication_run_pkey;
alter table publication_run add primary key (publication_id, run_id, telling);

alter table publication add column newest_telling integer not null default 0;

create view told_event as
select event.* from event
left join publication_run run on run.publication_id = event.publication_id
  and run.run_id = event.run_id and run.telling = event.telling
where event.sequence is null or run.until_sequence is null or event.sequence < run.until_sequence;
`,
};
