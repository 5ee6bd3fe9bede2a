import type { Migration } from './migration';

/** Publications, their runs, the live progress of their activities, and operations. */
export const publications: Migration = {
  name: '0002-publications',
  statements: `
create table publication (
  publication_id text primary key,
  publisher_id text not null,
  offer_id text not null,
  -- Null until opened, and for runs that were refused before they had a version.
  offer_version integer,
  language text not null,
  requested_by text,
  -- The fold of the effective events.
  status jsonb not null,
  last_sequence integer not null default 0,
  -- The only run that may write, and the first sequence it wrote; null until it has.
  newest_run_id text not null,
  first_sequence integer,
  opened_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  touched_at timestamptz not null default clock_timestamp()
);
create unique index one_open_publication on publication (publisher_id, offer_id)
  where opened_at is not null and ended_at is null;
create index publication_of_offer on publication (publisher_id, offer_id, created_at);
create index publication_touched on publication (touched_at);

-- A reset gives a publication a new run that repeats sequences: an older run counts only below until_sequence.
create table publication_run (
  publication_id text not null references publication,
  run_id text not null,
  until_sequence integer,
  seen_at timestamptz not null default now(),
  primary key (publication_id, run_id)
);

create table progress (
  publication_id text not null,
  item text not null,
  done_bytes bigint not null,
  total_bytes bigint not null,
  bytes_per_second double precision not null,
  state text not null check (state in ('running', 'waiting', 'done')),
  message jsonb,
  updated_at timestamptz not null default clock_timestamp(),
  primary key (publication_id, item)
);

create table operation (
  operation_id text primary key,
  kind text not null check (kind in ('publish', 'goLive', 'cancel')),
  publisher_id text not null,
  offer_id text not null,
  publication_id text not null,
  state text not null check (state in ('running', 'succeeded', 'failed', 'canceled')),
  actor text not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create index operation_of_publication on operation (publication_id);
`,
};
