import type { Migration } from './migration';

/** Publishers, offers with their drafts, frozen versions, slots, secrets, and the one event table. */
export const offers: Migration = {
  name: '0001-offers',
  statements: `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are never changed or removed.', tg_table_name using errcode = 'restrict_violation';
end $$;

create table publisher (
  publisher_id text primary key,
  language text not null default 'en',
  created_at timestamptz not null default now()
);

create table offer (
  publisher_id text not null references publisher,
  offer_id text not null,
  guid uuid not null unique default gen_random_uuid(),
  offer_type text not null,
  draft jsonb not null,
  etag text not null,
  -- .NET ticks of the last change: 100 ns since 0001-01-01.
  tick_version bigint not null,
  status text not null default 'neverPublished',
  current_publication_id text,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (publisher_id, offer_id)
);

-- How many offers of a publisher stand in each status; kept by the trigger below, so it cannot drift.
create table offer_count (
  publisher_id text not null references publisher,
  status text not null,
  offers bigint not null,
  primary key (publisher_id, status)
);

-- One statement in the order of the key: two changes at once cannot wait for each other in a circle.
create function count_offer() returns trigger language plpgsql as $$
begin
  insert into offer_count as kept (publisher_id, status, offers)
  select publisher_id, status, sum(change) from (
    select new.publisher_id, new.status, 1 as change where tg_op <> 'DELETE'
    union all
    select old.publisher_id, old.status, -1 where tg_op <> 'INSERT'
  ) changes
  group by publisher_id, status having sum(change) <> 0 order by publisher_id, status
  on conflict (publisher_id, status) do update set offers = kept.offers + excluded.offers;
  return null;
end $$;
create trigger count_new_offer after insert or delete on offer for each row execute function count_offer();
create trigger count_changed_offer after update of status on offer for each row
  when (old.status is distinct from new.status) execute function count_offer();

create table offer_version (
  publisher_id text not null,
  offer_id text not null,
  offer_version integer not null,
  offer_type text not null,
  publication_id text not null unique,
  document jsonb not null,
  regions text[] not null,
  frozen_at timestamptz not null default now(),
  primary key (publisher_id, offer_id, offer_version),
  foreign key (publisher_id, offer_id) references offer
);
create trigger offer_version_is_frozen before update or delete on offer_version
  for each row execute function refuse_change();

-- Ciphertext only. held_by: 0 is the draft, any other number the frozen version that keeps its own copy.
create table secret (
  publisher_id text not null,
  offer_id text not null,
  secret_id text not null,
  held_by integer not null,
  ciphertext bytea not null,
  primary key (publisher_id, offer_id, secret_id, held_by),
  foreign key (publisher_id, offer_id) references offer
);

create table slot (
  publisher_id text not null,
  offer_id text not null,
  slot text not null check (slot in ('Preview', 'Production')),
  offer_version integer not null,
  package_digest text not null,
  publication_id text not null,
  since timestamptz not null default now(),
  primary key (publisher_id, offer_id, slot),
  foreign key (publisher_id, offer_id, offer_version) references offer_version
);
create index slot_of_publication on slot (publication_id);

create function refuse_older_version() returns trigger language plpgsql as $$
begin
  raise exception 'The version in a production slot only grows: % after %.', new.offer_version, old.offer_version
    using errcode = 'restrict_violation';
end $$;
create trigger live_version_only_grows before update on slot for each row
  when (old.slot = 'Production' and new.offer_version < old.offer_version)
  execute function refuse_older_version();

-- xid is the writing transaction: readers take only rows of transactions older than every one still running.
create table event (
  id bigserial primary key,
  xid xid8 not null default pg_current_xact_id(),
  publisher_id text not null,
  offer_id text not null,
  publication_id text,
  run_id text,
  sequence integer,
  kind text not null,
  actor text,
  payload jsonb not null,
  at timestamptz not null default now()
);
create index event_in_order on event (xid, id);
create index event_of_offer on event (publisher_id, offer_id, xid, id);
create unique index event_once_per_run on event (publication_id, run_id, sequence) where sequence is not null;
create trigger event_is_kept before update or delete on event for each row execute function refuse_change();
create trigger events_are_kept before truncate on event execute function refuse_change();
`,
};
